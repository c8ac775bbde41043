import { formatFen } from '../../../../shared/domain/money.ts';
import { ORDER_FIGURE_SPECS } from '../../../../shared/domain/orders/order-report.ts';
import { FEWEST_FOR_RATE } from '../../../../shared/domain/report-figures.ts';
import type { OrderDrill, OrderFigure } from '../../../../shared/ipc/contract/order-report-contract.ts';
import { formatDuration, formatRate } from '../../../lib/time/format.ts';
import { FigureList } from '../figure-list.tsx';

/** A number that the agent wants to see the orders behind, and what it is called. */
export type DrilledOrders = { readonly drill: OrderDrill; readonly title: string };

const count = (value: number) => value.toLocaleString('zh-CN');

function valueOf({ key, count: counted, base, rate, medianMs }: OrderFigure): string {
  if (key === 'word') return medianMs === null ? '—' : formatDuration(medianMs);
  return base === null ? count(counted) : formatRate(rate);
}

function meaningOf({ count: counted, base, amountFen, unknown }: OrderFigure): string {
  if (base === 0) return unknown > 0 ? `未知 ${count(unknown)}` : '没有这样的订单';
  const parts = [
    base !== null && `${count(counted)} ÷ ${count(base)}`,
    amountFen !== null && amountFen > 0 && `¥${formatFen(amountFen)}`,
    base !== null && base < FEWEST_FOR_RATE && `不足 ${FEWEST_FOR_RATE} 例，不算比率`,
    unknown > 0 && `未知 ${count(unknown)}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

type Props = {
  readonly figures: readonly OrderFigure[];
  readonly onDrill: (drilled: DrilledOrders) => void;
};

/** Pressing a number shows the orders that it counts. */
export function OrderFigures({ figures, onDrill }: Props) {
  const shown = figures.map((figure) => ({
    ...ORDER_FIGURE_SPECS[figure.key],
    key: figure.key,
    value: valueOf(figure),
    meaning: meaningOf(figure),
    count: figure.count,
  }));
  return (
    <FigureList
      label="订单概况"
      noun="订单"
      figures={shown}
      onDrill={({ key, label }) => onDrill({ drill: { figure: key }, title: label })}
    />
  );
}
