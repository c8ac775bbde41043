import { refundTitle } from '../../../shared/domain/refunds/refund.ts';
import type { RefundRow } from '../../../shared/ipc/contract/refund-list-contract.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { Money } from '../../ui/facts/money.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { TimeLeft } from '../../ui/facts/time-left.tsx';

const COLUMNS = ['剩余时间', '金额', '状态', '客户', '类型', '原因', '商品', '退款编号', '申请时间', '店铺'];

export function RefundHead() {
  return (
    <div className="refunds-row refunds-head" aria-hidden="true">
      {COLUMNS.map((column) => (
        <span key={column} data-column={column}>
          {column}
        </span>
      ))}
    </div>
  );
}

type Props = { readonly row: RefundRow; readonly isOver: boolean };

function Left({ row: { end, isAnswerOpen }, isOver }: Props) {
  if (isOver) return <span className="muted">—</span>;
  if (isAnswerOpen) return <Tag tone="accent">待核实</Tag>;
  if (end === null) return <span className="muted">未知</span>;
  return (
    <span title={end.moveText ?? end.sourceText}>
      <TimeLeft atMs={end.atMs} event="超时" soonMs={4 * HOUR} />
      {end.source === 'rule' && <span className="muted"> 估</span>}
    </span>
  );
}

type TextProps = { readonly text: string | null; readonly column?: string; readonly isMuted?: boolean };

function Text({ text, column, isMuted = false }: TextProps) {
  return (
    <span className={`truncate${isMuted ? ' muted' : ''}`} data-column={column} title={text ?? undefined}>
      {text ?? '—'}
    </span>
  );
}

export function RefundRowView(props: Props) {
  const { row } = props;
  const nowMs = useNow(MINUTE);
  return (
    <div className="refunds-row">
      <Left {...props} />
      <span data-column="金额">
        <Money fen={row.refundFen} isStrong />
      </span>
      <Text text={row.stateText} />
      <Text text={row.customerNick} />
      <Text text={row.typeText} isMuted />
      <Text text={row.reason} />
      <Text text={row.itemTitle} column="商品" isMuted />
      <span className="numeric truncate" title={refundTitle(row)}>
        {refundTitle(row)}
      </span>
      <span className="numeric muted" data-column="申请时间">
        {formatMoment(row.askedAtMs, nowMs)}
      </span>
      <span className="truncate muted" data-column="店铺" title={row.shopName}>
        {row.shopName}
      </span>
    </div>
  );
}
