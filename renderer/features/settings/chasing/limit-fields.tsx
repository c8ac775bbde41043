import { InputNumber, Switch } from 'antd';
import type { ChaseSettings, QuietHours } from '../../../../shared/domain/chase-settings.ts';
import { DEFAULT_CHASE_SETTINGS } from '../../../../shared/domain/chase-settings.ts';
import { SettingsRow } from '../settings-row.tsx';
import { DurationInput } from './duration-input.tsx';
import { MinutePicker } from './minute-picker.tsx';

type LimitFieldsProps = {
  readonly chase: ChaseSettings;
  readonly onChase: (chase: ChaseSettings) => void;
};

function QuietRow({ chase, onChase }: LimitFieldsProps) {
  const { quietHours } = chase;
  const set = (part: Partial<QuietHours>) =>
    quietHours && onChase({ ...chase, quietHours: { ...quietHours, ...part } });
  return (
    <SettingsRow
      label="静默时段"
      htmlFor="chase-quiet"
      hint="时段内不催付；顺延到恢复时间，届时订单已关闭的提前到时段之前"
    >
      <Switch
        id="chase-quiet"
        aria-label="静默时段"
        checked={quietHours !== null}
        onChange={(isOn) =>
          onChase({ ...chase, quietHours: isOn ? DEFAULT_CHASE_SETTINGS.quietHours : null })
        }
      />
      {quietHours && (
        <span className="settings-times">
          <MinutePicker
            label="静默开始"
            minute={quietHours.fromMinute}
            onChange={(fromMinute) => set({ fromMinute })}
          />
          至
          <MinutePicker
            label="静默结束"
            minute={quietHours.toMinute}
            onChange={(toMinute) => set({ toMinute })}
          />
          恢复
          <MinutePicker
            label="恢复催付"
            minute={quietHours.resumeAtMinute}
            onChange={(resumeAtMinute) => set({ resumeAtMinute })}
          />
        </span>
      )}
    </SettingsRow>
  );
}

/** What keeps a customer from being chased too much. */
export function LimitFields({ chase, onChase }: LimitFieldsProps) {
  return (
    <section className="settings-group" aria-label="催付限制">
      <h3>催付限制</h3>
      <QuietRow chase={chase} onChase={onChase} />
      <SettingsRow label="每单 24 小时内最多" htmlFor="chase-max" hint="手动催付也计入">
        <InputNumber<number>
          id="chase-max"
          className="settings-amount"
          min={1}
          max={10}
          precision={0}
          suffix="次"
          value={chase.maxPer24h}
          onChange={(value) => onChase({ ...chase, maxPer24h: value ?? 1 })}
        />
      </SettingsRow>
      <SettingsRow label="不建议催付" hint="客户在此时间内付过其他订单或被催付过；0 为不判断">
        <DurationInput
          label="不建议催付的时间"
          min={0}
          valueMs={chase.adviceWindowMs}
          onChange={(adviceWindowMs) => onChase({ ...chase, adviceWindowMs })}
        />
      </SettingsRow>
      <SettingsRow label="静默下单不计成效" hint="未咨询就下单的，在此时间内催付不计入成功率；0 为全部计入">
        <DurationInput
          label="静默下单不计成效的时间"
          min={0}
          valueMs={chase.silentCreditMs}
          onChange={(silentCreditMs) => onChase({ ...chase, silentCreditMs })}
        />
      </SettingsRow>
    </section>
  );
}
