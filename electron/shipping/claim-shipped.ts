import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { claiming } from '../kernel/claims/claiming.ts';
import { leftOutText, ordersToShip, type ShippingPorts } from './ports.ts';

/** O4, O5, X4: the agent has marked orders as shipped on the platform; they rest until an import shows whether they are. */
export function createClaimShipped(ports: ShippingPorts) {
  return ({ orderIds }: { readonly orderIds: readonly OrderId[] }, actor: Actor): Recorded =>
    ports.act(actor, () => {
      const deeds = ordersToShip(ports, orderIds).map(({ id, shopId }) => ({
        kind: 'ship-claimed' as const,
        ...claiming({ kind: 'shipped', subject: asSubject('order', id), shopId }, actor, ports.claims),
      }));
      const [lead, ...alongside] = deeds;
      if (lead === undefined) throw new AppError('conflict', '所选订单都不是待发货');
      const left = leftOutText(orderIds, deeds.length);
      return { ...lead, alongside, message: `${deeds.length} 单已登记发货，待下次导入核实${left}` };
    });
}
