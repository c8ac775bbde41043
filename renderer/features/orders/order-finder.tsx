import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { OrderLine } from '../../../shared/ipc/contract/order-contract.ts';
import { defineFinder } from '../../lib/finder.tsx';
import { call } from '../../lib/main-process/ipc.ts';
import { Money } from '../../ui/facts/money.tsx';
import { StatusTag } from '../../ui/facts/status-tag.tsx';

const SHOWN = 8;

function Row({ hit }: { readonly hit: OrderLine }) {
  return (
    <>
      <span className="numeric">{hit.no}</span>
      <span className="truncate">{hit.customerNick ?? '匿名客户'}</span>
      <Money fen={hit.payableFen} />
      <StatusTag status={hit.status} />
    </>
  );
}

export const orderFinder = defineFinder({
  title: '订单',
  root: 'orders',
  find: async (text) => (await call('orders.find', { text })).slice(0, SHOWN),
  keyOf: ({ id }) => id,
  Row,
  open: ({ id }, { openSubject }) => openSubject(asSubject('order', id)),
});
