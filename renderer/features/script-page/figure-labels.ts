import { CHASE_STEPS, chaseStepLabel } from '../../../shared/domain/chasing/chase-settings.ts';
import { CUSTOMER_GRADE_LABELS, CUSTOMER_GRADES } from '../../../shared/domain/orders/customer.ts';
import { UNPAID_REASON_LABELS, UNPAID_REASONS } from '../../../shared/domain/orders/unpaid-reason.ts';
import type { FigureGroup, FigureRow } from '../../../shared/domain/scripts/script-learning/figures.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { ownValue } from '../../../shared/own-value.ts';

export const FIGURE_GROUP_LABELS = {
  step: '步骤',
  reason: '未付原因',
  grade: '客户',
  hour: '时段',
  shop: '店铺',
} as const satisfies Record<FigureGroup, string>;

function hourLabel(key: string): string {
  return `${key}:00–${String(Number(key) + 1).padStart(2, '0')}:00`;
}

/** In words; what this build does not know is shown as it is stored. */
export function figureLabel(group: FigureGroup, key: string | null, shops: readonly Shop[]): string {
  if (key === null) return '未记录';
  const labels = {
    step: chaseStepLabel,
    reason: (value: string) => ownValue(UNPAID_REASON_LABELS, value) ?? value,
    grade: (value: string) => ownValue(CUSTOMER_GRADE_LABELS, value) ?? value,
    hour: hourLabel,
    shop: (value: string) => shops.find(({ id }) => id === value)?.name ?? '已删除的店铺',
  } as const satisfies Record<FigureGroup, (value: string) => string>;
  return labels[group](key);
}

const ORDERS: Partial<Record<FigureGroup, readonly string[]>> = {
  step: CHASE_STEPS,
  reason: UNPAID_REASONS,
  grade: CUSTOMER_GRADES,
};

/** In the order in which people think of them; what is not known comes last. */
export function sortedRows(group: FigureGroup, rows: readonly FigureRow[]): FigureRow[] {
  const order = ORDERS[group];
  const placeOf = (key: string | null) => {
    if (key === null) return Number.POSITIVE_INFINITY;
    const place = order?.indexOf(key) ?? -1;
    return place === -1 ? Number.MAX_SAFE_INTEGER : place;
  };
  return rows.toSorted((a, b) => placeOf(a.key) - placeOf(b.key) || (a.key ?? '').localeCompare(b.key ?? ''));
}
