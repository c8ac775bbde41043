import { ORDER_FOUND_BY_LABELS } from '../../../shared/domain/orders/order-found-by.ts';
import { asSubject, idIn } from '../../../shared/domain/subjects/subject.ts';
import {
  type FoundOrderLine,
  MOST_RECENT,
  type OrderLine,
} from '../../../shared/ipc/contract/order-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { defineFinder } from '../../lib/finder.tsx';
import { call } from '../../lib/main-process/ipc.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { Money } from '../../ui/facts/money.tsx';
import { StatusTag } from '../../ui/facts/status-tag.tsx';
import { Tag } from '../../ui/facts/tag.tsx';

const SHOWN = 8;
/** As much of a number as people say; the whole of it where it was typed, and in the title. */
const TAIL = 6;

type Hit = OrderLine & {
  readonly chip: string;
  readonly isFromClipboard?: boolean;
  readonly isByNo?: boolean;
};

const withChip = (line: FoundOrderLine): Hit => ({
  ...line,
  chip: ORDER_FOUND_BY_LABELS[line.foundBy],
  isByNo: line.foundBy === 'no',
});

/** One customer has many orders: when, of what and how far tell them apart. */
function Row({ hit }: { readonly hit: Hit }) {
  const nowMs = useNow(MINUTE);
  return (
    <>
      <Tag tone={hit.isFromClipboard === true ? 'accent' : 'neutral'}>{hit.chip}</Tag>
      <span className="numeric" title={hit.no}>
        {hit.isByNo === true ? hit.no : `…${hit.no.slice(-TAIL)}`}
      </span>
      <span className="truncate find-nick">{hit.customerNick ?? '匿名客户'}</span>
      <span className="truncate muted" title={hit.itemTitle ?? undefined}>
        {hit.itemTitle ?? ''}
      </span>
      <span className="numeric muted">
        {hit.placedAtMs === null ? '' : formatMoment(hit.placedAtMs, nowMs)}
      </span>
      <Money fen={hit.payableFen} />
      <StatusTag status={hit.status} />
    </>
  );
}

export const orderFinder = defineFinder({
  title: '订单',
  root: 'orders',
  find: async (text) => (await call('orders.find', { text })).slice(0, SHOWN).map(withChip),
  findAtFirst: async (subjects) => {
    const recent = subjects.flatMap((subject) => idIn(subject, 'order') ?? []).slice(0, MOST_RECENT);
    const offered = await call('orders.offered', { recent });
    const named = offered.clipboard?.orders ?? [];
    const ids = new Set(named.map(({ id }) => id));
    return [
      ...named.map(
        (line): Hit => ({
          ...line,
          chip: `剪贴板 ${ORDER_FOUND_BY_LABELS[line.foundBy]}`,
          isFromClipboard: true,
        }),
      ),
      ...offered.recent.filter(({ id }) => !ids.has(id)).map((line): Hit => ({ ...line, chip: '最近' })),
    ];
  },
  keyOf: ({ id }) => id,
  Row,
  open: ({ id }, { openSubject }) => openSubject(asSubject('order', id)),
});
