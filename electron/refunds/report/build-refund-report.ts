import {
  REFUND_FIGURE_KEYS,
  REFUND_GROUPS,
  type RefundFigureKey,
  type RefundGroup,
} from '../../../shared/domain/refunds/refund-report.ts';
import { medianOf, rateOf } from '../../../shared/domain/report-figures.ts';
import type {
  RefundDrill,
  RefundFigure,
  RefundReport,
  RefundReportRow,
} from '../../../shared/ipc/contract/refunds/refund-report-contract.ts';
import type { PaidBase } from '../../store/refunds/refund-report-store.ts';
import { handlingMs, LINES, MEASURES, type Measure, type ReportedRefund } from './reported-refund.ts';

type Reported = readonly ReportedRefund[];

const sumFen = (some: Reported): number => some.reduce((sum, { refund }) => sum + (refund.refundFen ?? 0), 0);

/** A refund whose customer or order is hidden is one of its own. */
const UNIT: Readonly<Record<NonNullable<Measure['per']>, (one: ReportedRefund) => string>> = {
  refund: ({ refund }) => refund.id,
  order: ({ refund }) => refund.order?.id ?? refund.id,
  customer: ({ refund, customerId }) => customerId ?? refund.order?.id ?? refund.id,
};

/** 5.10. Each number has its base, and the refunds that it counts can be shown. */
export function buildRefundReport(reported: Reported, paid: PaidBase): RefundReport {
  const by = Object.fromEntries(REFUND_GROUPS.map((group) => [group, rowsBy(group, reported)]));
  return {
    figures: REFUND_FIGURE_KEYS.map((key) => figureOf(key, reported, paid)),
    // Every group is there, because the entries are made from the groups.
    by: by as RefundReport['by'],
  };
}

function figureOf(key: RefundFigureKey, reported: Reported, paid: PaidBase): RefundFigure {
  const { counts, among, per, isUnknown } = MEASURES[key];
  const counted = reported.filter(counts);
  const amountFen = sumFen(counted);
  const unknown = isUnknown ? reported.filter(isUnknown).length : 0;
  const figure = { key, amountFen, baseFen: null, medianMs: null, unknown };
  if (per !== undefined) {
    const count = new Set(counted.map(UNIT[per])).size;
    const base = per === 'customer' ? paid.customers : paid.orders;
    if (key === 'money') {
      return { ...figure, count, base, baseFen: paid.paidFen, rate: rateOf(amountFen, paid.paidFen, base) };
    }
    return { ...figure, count, base, rate: rateOf(count, base) };
  }
  const count = counted.length;
  const base = among ? reported.filter(among).length : null;
  if (key === 'handling') {
    const medianMs = medianOf(counted.flatMap((one) => handlingMs(one) ?? []));
    return { ...figure, amountFen: null, count, base, rate: null, medianMs };
  }
  return { ...figure, count, base, rate: base === null ? null : rateOf(count, base) };
}

function rowsBy(group: RefundGroup, reported: Reported): RefundReportRow[] {
  const lines = reported.flatMap((one) => {
    const line = one.isAsked ? LINES[group](one) : null;
    return line === null ? [] : [{ one, line }];
  });
  const rows = [...Map.groupBy(lines, ({ line }) => line.key)].map(([key, members]) => ({
    key,
    label: members[0]?.line.label ?? key,
    count: members.length,
    amountFen: sumFen(members.map(({ one }) => one)),
    share: rateOf(members.length, lines.length),
  }));
  return rows.toSorted(
    group === 'day'
      ? (a, b) => (a.key < b.key ? -1 : 1)
      : (a, b) => b.count - a.count || b.amountFen - a.amountFen || (a.key < b.key ? -1 : 1),
  );
}

/** The refunds that a number counts, the most money first. */
export function drilled(drill: RefundDrill, reported: Reported): ReportedRefund[] {
  const found =
    'figure' in drill
      ? reported.filter(MEASURES[drill.figure].counts)
      : reported.filter((one) => one.isAsked && LINES[drill.group](one)?.key === drill.key);
  return found.toSorted((a, b) => (b.refund.refundFen ?? 0) - (a.refund.refundFen ?? 0));
}
