import { formatFen } from '../../../../shared/domain/money.ts';
import { REFUND_FIGURE_SPECS } from '../../../../shared/domain/refunds/refund-report.ts';
import { FEWEST_FOR_RATE } from '../../../../shared/domain/report-figures.ts';
import type { RefundFigure } from '../../../../shared/ipc/contract/refunds/refund-report-contract.ts';
import { formatDuration, formatRate } from '../../../lib/time/format.ts';
import { FigureList } from '../figure-list.tsx';
import type { Drilled } from './drill.ts';

const count = (value: number) => value.toLocaleString('zh-CN');
const yuan = (fen: number) => `¥${formatFen(fen)}`;

function valueOf({ key, count: counted, base, rate, medianMs }: RefundFigure): string {
  if (key === 'handling') return medianMs === null ? '—' : formatDuration(medianMs);
  return base === null ? count(counted) : formatRate(rate);
}

/** Of an order or a customer it is not said how much money goes back for all of its parts. */
const HAS_NO_MONEY: ReadonlySet<string> = new Set(['orders', 'customers']);

function partOf({ count: counted, base, amountFen, baseFen }: RefundFigure): string | null {
  if (baseFen !== null && amountFen !== null) return `${yuan(amountFen)} ÷ ${yuan(baseFen)}`;
  return base === null ? null : `${count(counted)} ÷ ${count(base)}`;
}

/** Says of every number how it is made, so that a lead need not trust it blindly. */
function meaningOf(figure: RefundFigure): string {
  const { key, base, amountFen, baseFen, unknown } = figure;
  if (base === 0) return '没有这样的退款或订单';
  const hasMoney = baseFen === null && amountFen !== null && amountFen > 0 && !HAS_NO_MONEY.has(key);
  const parts = [
    partOf(figure),
    hasMoney && yuan(amountFen),
    base !== null && base < FEWEST_FOR_RATE && `不足 ${FEWEST_FOR_RATE} 例，不算比率`,
    unknown > 0 && `未知 ${count(unknown)}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

type Props = { readonly figures: readonly RefundFigure[]; readonly onDrill: (drilled: Drilled) => void };

/** Pressing a number shows the refunds that it counts. */
export function RefundFigures({ figures, onDrill }: Props) {
  const shown = figures.map((figure) => ({
    ...REFUND_FIGURE_SPECS[figure.key],
    key: figure.key,
    value: valueOf(figure),
    meaning: meaningOf(figure),
    count: figure.count,
  }));
  return (
    <FigureList
      label="退款概况"
      noun="退款"
      figures={shown}
      onDrill={({ key, label }) => onDrill({ drill: { figure: key }, title: label })}
    />
  );
}
