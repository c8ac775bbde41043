import {
  ORDER_FIGURE_KEYS,
  ORDER_GROUPS,
  type OrderFigureKey,
  type OrderGroup,
} from '../../../shared/domain/orders/order-report.ts';
import { medianOf, rateOf } from '../../../shared/domain/report-figures.ts';
import type {
  OrderDrill,
  OrderFigure,
  OrderReport,
  OrderReportRow,
} from '../../../shared/ipc/contract/order-report-contract.ts';
import { GROUPS, MEASURES, paidFenOf, type ReportedOrder } from './reported-order.ts';

type Reported = readonly ReportedOrder[];

const sumOf = (some: Reported, fenOf: (one: ReportedOrder) => number): number =>
  some.reduce((sum, one) => sum + fenOf(one), 0);

/** 4.5. Each number has its base, and the orders that it counts can be shown. */
export function buildOrderReport(reported: Reported): OrderReport {
  const by = Object.fromEntries(ORDER_GROUPS.map((group) => [group, rowsBy(group, reported)]));
  return {
    figures: ORDER_FIGURE_KEYS.map((key) => figureOf(key, reported)),
    // Every group is there, because the entries are made from the groups.
    by: by as OrderReport['by'],
  };
}

function figureOf(key: OrderFigureKey, reported: Reported): OrderFigure {
  const { counts, among, isUnknown, fen, ms } = MEASURES[key];
  const counted = reported.filter(counts);
  const base = among ? reported.filter(among).length : null;
  return {
    key,
    count: counted.length,
    base,
    rate: base === null || ms !== undefined ? null : rateOf(counted.length, base),
    amountFen: fen ? sumOf(counted, fen) : null,
    medianMs: ms ? medianOf(counted.flatMap(ms)) : null,
    unknown: isUnknown ? reported.filter(isUnknown).length : 0,
  };
}

function rowsBy(group: OrderGroup, reported: Reported): OrderReportRow[] {
  const { measure, lineOf } = GROUPS[group];
  const { counts, among = () => true } = MEASURES[measure];
  const rows = [...Map.groupBy(reported.filter(among), (one) => lineOf(one).key)].flatMap(
    ([key, members]) => {
      const counted = members.filter(counts);
      const [first] = members;
      if (first === undefined || counted.length === 0) return [];
      return {
        key,
        label: lineOf(first).label,
        count: counted.length,
        base: members.length,
        rate: rateOf(counted.length, members.length),
        amountFen: sumOf(counted, paidFenOf),
      };
    },
  );
  return rows.toSorted(
    group === 'day'
      ? (a, b) => (a.key < b.key ? -1 : 1)
      : (a, b) => b.count - a.count || b.amountFen - a.amountFen || (a.key < b.key ? -1 : 1),
  );
}

/** The orders that a number counts, the most money first. */
export function drilled(drill: OrderDrill, reported: Reported): ReportedOrder[] {
  const found =
    'figure' in drill
      ? reported.filter(MEASURES[drill.figure].counts)
      : reported.filter(
          (one) =>
            MEASURES[GROUPS[drill.group].measure].counts(one) &&
            GROUPS[drill.group].lineOf(one).key === drill.key,
        );
  return found.toSorted((a, b) => paidFenOf(b) - paidFenOf(a));
}
