import type { Core } from '../../../electron/core.ts';
import { claiming } from '../../../electron/kernel/claims/claiming.ts';
import type { Actor } from '../../../shared/domain/activities/acting.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { TOY, TOY_ARRIVED, TOY_ASKED } from './toy-parcel.ts';
import { toyStoreOf } from './toy-store.ts';

/** The courier has told the agent that the parcel is there. It is claimed until a file shows it. */
export function createClaimArrived({ act, stores, placeOf }: Pick<Core, 'act' | 'stores' | 'placeOf'>) {
  const toys = toyStoreOf(stores);
  return (id: string, actor: Actor): Recorded =>
    act(actor, () => {
      const subject = asSubject(TOY, id);
      const { shopId } = placeOf(subject);
      const claim = claiming({ kind: TOY_ARRIVED, subject, shopId }, actor, stores.claims);
      return {
        subject,
        kind: TOY_ASKED,
        data: { outcome: '快递称已签收' },
        rows: [{ table: 'toy_parcels', id }, ...claim.rows],
        write() {
          toys.note(id, '已签收');
          claim.write();
        },
        message: '已记录：快递称已签收',
      };
    });
}
