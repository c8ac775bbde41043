import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Shipping } from './create-shipping.ts';

type Dependencies = {
  readonly shipping: Shipping;
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createShippingHandlers({ shipping, requireActor, changed }: Dependencies) {
  const told = (orderIds: readonly OrderId[]) => changed(orderIds.map((id) => asSubject('order', id)));
  return {
    'shipping.claim': (request) => {
      const recorded = shipping.claimShipped(request, requireActor());
      told(request.orderIds);
      return recorded;
    },
    'shipping.contact': (contact) => {
      const recorded = shipping.contact(contact, requireActor());
      told(contact.orderIds);
      return recorded;
    },
  } satisfies Partial<Handlers>;
}
