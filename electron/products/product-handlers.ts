import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { ProductName } from '../../shared/domain/orders/product-name.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { NameProduct } from './name-product.ts';

type Dependencies = {
  readonly productNames: { list(): ProductName[] };
  readonly nameProduct: NameProduct;
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createProductHandlers({ productNames, nameProduct, requireActor, changed }: Dependencies) {
  return {
    'products.names': () => productNames.list(),
    'products.name': (named) => {
      const recorded = nameProduct(named, requireActor());
      changed(named.orderId === null ? [] : [asSubject('order', named.orderId)]);
      return recorded;
    },
  } satisfies Partial<Handlers>;
}
