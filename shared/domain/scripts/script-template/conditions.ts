import type { CustomerGrade } from '../../orders/customer.ts';
import type { OrderStatus } from '../../orders/order.ts';

/** The facts that a conditional part can depend on; `null` is "not known". */
export type Circumstances = {
  readonly grade: CustomerGrade | null;
  readonly orderStatus: OrderStatus | null;
  readonly isNight: boolean;
  /** Colour, size and the like of what was ordered; `null` without an order. */
  readonly hasSpecification: boolean | null;
};

type Truth = boolean | null;
type ConditionRule = {
  readonly meaning: string;
  readonly holds: (circumstances: Circumstances) => Truth;
};

const forGrade = (grades: readonly CustomerGrade[]) => {
  return ({ grade }: Circumstances): Truth => (grade === null ? null : grades.includes(grade));
};
const forStatus = (statuses: readonly OrderStatus[]) => {
  return ({ orderStatus }: Circumstances): Truth =>
    orderStatus === null || orderStatus === 'unknown' ? null : statuses.includes(orderStatus);
};

/** Every condition of `{如果 …}`, in the order in which the editor offers them. */
export const SCRIPT_CONDITIONS = {
  新客: { meaning: '没有付过款的客户', holds: forGrade(['new']) },
  老客: { meaning: '付过款的客户，含 VIP', holds: forGrade(['returning', 'vip']) },
  VIP: { meaning: '达到店铺 VIP 标准的客户', holds: forGrade(['vip']) },
  白天: { meaning: '店铺免打扰时段之外', holds: ({ isNight }) => !isNight },
  夜间: { meaning: '店铺免打扰时段，默认 22:00–08:00', holds: ({ isNight }) => isNight },
  未付款: { meaning: '订单等待付款', holds: forStatus(['unpaid']) },
  已付款: { meaning: '订单已付款、还没有发货', holds: forStatus(['paid']) },
  已发货: { meaning: '订单已发货或已完成', holds: forStatus(['shipped', 'completed']) },
  有规格: { meaning: '订单里写着颜色、尺码等', holds: ({ hasSpecification }) => hasSpecification },
} as const satisfies Record<string, ConditionRule>;
export type ConditionName = keyof typeof SCRIPT_CONDITIONS;

/** Joined by 或: the condition is met when one of them is. */
export type Condition = readonly { readonly name: ConditionName; readonly isNegated: boolean }[];

const NAMES = new Map<string, ConditionName>(
  // The keys of the table, which Object.keys widens to string.
  (Object.keys(SCRIPT_CONDITIONS) as ConditionName[]).map((name) => [name, name]),
);

/** `新客 或 非 夜间`; `undefined` where a word is no condition. */
export function parseCondition(text: string): Condition | undefined {
  const terms = text.split('或').map((term) => {
    const [, negation, name = ''] = /^\s*(非)?\s*(.*?)\s*$/u.exec(term) ?? [];
    const known = NAMES.get(name.toUpperCase());
    return known === undefined ? undefined : { name: known, isNegated: negation !== undefined };
  });
  const known = terms.filter((term) => term !== undefined);
  return known.length === terms.length ? known : undefined;
}

/** An unknown fact meets neither a condition nor its opposite, so 否则 is said. */
export function isMet(condition: Condition, circumstances: Circumstances): boolean {
  return condition.some(({ name, isNegated }) => {
    const holds: Truth = SCRIPT_CONDITIONS[name].holds(circumstances);
    return holds !== null && holds !== isNegated;
  });
}
