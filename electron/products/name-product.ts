import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { ProductName } from '../../shared/domain/orders/product-name.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Act } from '../kernel/activities/act.ts';

type Dependencies = {
  readonly act: Act;
  readonly productNames: { save(named: ProductName): void; remove(title: string): void };
};
type Named = ProductName & { readonly orderId: OrderId | null };

export type NameProduct = ReturnType<typeof createNameProduct>;

/** B15: scripts call the product so from now on, in every order of it. */
export function createNameProduct({ act, productNames }: Dependencies) {
  return ({ title, name, orderId }: Named, actor: Actor): Recorded =>
    act(actor, () => ({
      subject: orderId === null ? asSubject('app', 'app') : asSubject('order', orderId),
      kind: 'product-named',
      data: { text: name === '' ? '恢复自动缩短' : name },
      rows: [{ table: 'product_names', id: title }],
      write: () => (name === '' ? productNames.remove(title) : productNames.save({ title, name })),
      message: name === '' ? '商品简称已恢复自动缩短' : `话术里叫它「${name}」`,
    }));
}
