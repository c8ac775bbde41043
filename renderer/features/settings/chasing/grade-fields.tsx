import { InputNumber } from 'antd';
import type { GradeSettings } from '../../../../shared/domain/settings/grade.ts';
import { SettingsRow } from '../settings-row.tsx';

type GradeFieldsProps = {
  readonly grade: GradeSettings;
  readonly onGrade: (grade: GradeSettings) => void;
};

/** R2: from when on a returning customer is a VIP. */
export function GradeFields({ grade, onGrade }: GradeFieldsProps) {
  return (
    <section className="settings-group" aria-label="VIP 客户">
      <h3>VIP 客户</h3>
      <SettingsRow label="已付款订单达到" htmlFor="vip-orders" hint="满足任意一项即为 VIP">
        <InputNumber<number>
          id="vip-orders"
          className="settings-amount"
          min={1}
          max={1000}
          precision={0}
          suffix="单"
          value={grade.vipPaidOrders}
          onChange={(value) => onGrade({ ...grade, vipPaidOrders: value ?? 1 })}
        />
      </SettingsRow>
      <SettingsRow label="或累计付款达到" htmlFor="vip-amount">
        <InputNumber<number>
          id="vip-amount"
          className="settings-money"
          min={0}
          max={100_000_000}
          precision={2}
          suffix="元"
          value={grade.vipPaidFen / 100}
          onChange={(yuan) => onGrade({ ...grade, vipPaidFen: Math.round((yuan ?? 0) * 100) })}
        />
      </SettingsRow>
    </section>
  );
}
