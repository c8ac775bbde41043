import { Segmented } from 'antd';
import {
  CUSTOMER_GRADE_LABELS,
  CUSTOMER_GRADES,
  type CustomerGrade,
} from '../../../../shared/domain/orders/customer.ts';
import type { OrderStatus } from '../../../../shared/domain/orders/order.ts';
import type { Circumstances } from '../../../../shared/domain/scripts/script-template/conditions.ts';

const GRADES: readonly string[] = ['新客', '老客', 'VIP'];
const HOURS: readonly string[] = ['白天', '夜间'];
const STATUSES = [
  { value: 'unpaid', label: '未付款' },
  { value: 'paid', label: '已付款' },
  { value: 'shipped', label: '已发货' },
] as const satisfies readonly { readonly value: OrderStatus; readonly label: string }[];

/** The preview starts with this. */
export const FIRST_OCCASION: Circumstances = {
  grade: 'new',
  orderStatus: 'unpaid',
  isNight: false,
  hasSpecification: true,
};

type Props = {
  /** The conditions that the script has; the others need no switch. */
  readonly conditions: ReadonlySet<string>;
  readonly occasion: Circumstances;
  readonly onOccasion: (occasion: Circumstances) => void;
};

/** For whom and when the script is shown. */
export function PreviewOccasion({ conditions, occasion, onOccasion }: Props) {
  const isAsked = (names: readonly string[]) => names.some((name) => conditions.has(name));
  return (
    <div className="library-occasion">
      {isAsked(GRADES) && (
        <Segmented<CustomerGrade>
          size="small"
          aria-label="客户"
          options={CUSTOMER_GRADES.map((grade) => ({ value: grade, label: CUSTOMER_GRADE_LABELS[grade] }))}
          value={occasion.grade ?? 'new'}
          onChange={(grade) => onOccasion({ ...occasion, grade })}
        />
      )}
      {isAsked(HOURS) && (
        <Segmented<string>
          size="small"
          aria-label="时间"
          options={[...HOURS]}
          value={occasion.isNight ? '夜间' : '白天'}
          onChange={(hour) => onOccasion({ ...occasion, isNight: hour === '夜间' })}
        />
      )}
      {isAsked(STATUSES.map(({ label }) => label)) && (
        <Segmented<OrderStatus>
          size="small"
          aria-label="订单"
          options={[...STATUSES]}
          value={occasion.orderStatus ?? 'unpaid'}
          onChange={(orderStatus) => onOccasion({ ...occasion, orderStatus })}
        />
      )}
    </div>
  );
}
