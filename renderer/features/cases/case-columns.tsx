import {
  CASE_PRIORITY_LABELS,
  CASE_STATE_LABELS,
  WAITING_ON_LABELS,
} from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import type { CaseRow } from '../../../shared/ipc/contract/case-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { useNow } from '../../lib/time/now.ts';
import { copied } from '../../ui/copy-button.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { type ListColumn, MomentCell, TextCell } from '../../ui/lists/columns/list-columns.tsx';

/** A time that has gone by stands out; the list itself is in the order of the time. */
function Next({ atMs }: { readonly atMs: number }) {
  const nowMs = useNow(MINUTE);
  return atMs <= nowMs ? (
    <Tag tone="warning">
      <MomentCell atMs={atMs} />
    </Tag>
  ) : (
    <MomentCell atMs={atMs} />
  );
}

const stateText = ({ state, waitingOn }: CaseRow): string =>
  waitingOn === null ? CASE_STATE_LABELS[state] : `等待${WAITING_ON_LABELS[waitingOn]}`;

/** The list stands in the order in which somebody has to look. */
export const CASE_COLUMNS: readonly ListColumn<CaseRow, 'next'>[] = [
  {
    key: 'next',
    title: '再看时间',
    width: '112px',
    cell: ({ nextAtMs, closedAtMs }) =>
      nextAtMs === null ? <MomentCell atMs={closedAtMs ?? 0} /> : <Next atMs={nextAtMs} />,
  },
  {
    key: 'kind',
    title: '类型',
    width: '76px',
    fromWidth: 480,
    cell: ({ kindLabel }) => <Tag>{kindLabel}</Tag>,
  },
  {
    key: 'step',
    title: '当前步骤',
    width: 'minmax(96px, 1.4fr)',
    cell: ({ about, stepLabel }) => (
      <TextCell text={about === null ? stepLabel : `${about} · ${stepLabel}`} />
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: '92px',
    fromWidth: 560,
    cell: (row) => <TextCell text={stateText(row)} isMuted={row.waitingOn !== null} />,
  },
  {
    key: 'customer',
    title: '客户',
    width: 'minmax(72px, 1fr)',
    cell: ({ customer, title, priority }) => (
      <TextCell
        text={[priority === 'normal' ? null : CASE_PRIORITY_LABELS[priority], customer ?? title]
          .filter(Boolean)
          .join(' · ')}
      />
    ),
  },
  {
    key: 'order',
    title: '订单编号',
    width: '164px',
    fromWidth: 860,
    cell: ({ orderNo }) =>
      orderNo === null ? (
        <span className="muted">—</span>
      ) : (
        <span className="numeric truncate" {...copied(orderNo, '订单编号')}>
          {orderNo}
        </span>
      ),
  },
  {
    key: 'amount',
    title: '涉及金额',
    width: '92px',
    fromWidth: 700,
    cell: ({ amountFen }) => <Money fen={amountFen} />,
  },
  {
    key: 'owner',
    title: '负责人',
    width: '76px',
    fromWidth: 1010,
    cell: ({ ownerName }) => <TextCell text={ownerName} isMuted />,
  },
  {
    key: 'shop',
    title: '店铺',
    width: 'minmax(72px, 0.8fr)',
    fromWidth: 1200,
    cell: ({ shopName }) => <TextCell text={shopName} isMuted />,
  },
];
