import { InputNumber, Switch } from 'antd';
import type { ChaseSettings, QuietHours } from '../../../../shared/domain/chase-settings.ts';
import { DEFAULT_CHASE_SETTINGS } from '../../../../shared/domain/chase-settings.ts';
import { chaseSettings } from '../../../../shared/domain/settings/chase.ts';
import { DeclaredRow } from '../fields/declared-row.tsx';
import { DurationInput } from '../fields/duration-input.tsx';
import { MinutePicker } from '../fields/minute-picker.tsx';

type LimitFieldsProps = {
  readonly chase: ChaseSettings;
  readonly onChase: (chase: ChaseSettings) => void;
};

function QuietRow({ chase, onChase }: LimitFieldsProps) {
  const { quietHours } = chase;
  const set = (part: Partial<QuietHours>) =>
    quietHours && onChase({ ...chase, quietHours: { ...quietHours, ...part } });
  return (
    <DeclaredRow
      declaration={chaseSettings}
      name="quietHours"
      value={quietHours}
      htmlFor="chase-quiet"
      onDefault={() => onChase({ ...chase, quietHours: DEFAULT_CHASE_SETTINGS.quietHours })}
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
    </DeclaredRow>
  );
}

/** What keeps a customer from being chased too much. */
export function LimitFields({ chase, onChase }: LimitFieldsProps) {
  return (
    <section className="settings-group" aria-label="催付限制">
      <h3>催付限制</h3>
      <QuietRow chase={chase} onChase={onChase} />
      <DeclaredRow
        declaration={chaseSettings}
        name="maxPer24h"
        value={chase.maxPer24h}
        htmlFor="chase-max"
        onDefault={() => onChase({ ...chase, maxPer24h: DEFAULT_CHASE_SETTINGS.maxPer24h })}
      >
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
      </DeclaredRow>
      <DeclaredRow
        declaration={chaseSettings}
        name="adviceWindowMs"
        value={chase.adviceWindowMs}
        onDefault={() => onChase({ ...chase, adviceWindowMs: DEFAULT_CHASE_SETTINGS.adviceWindowMs })}
      >
        <DurationInput
          label="不建议催付的时间"
          min={0}
          valueMs={chase.adviceWindowMs}
          onChange={(adviceWindowMs) => onChase({ ...chase, adviceWindowMs })}
        />
      </DeclaredRow>
      <DeclaredRow
        declaration={chaseSettings}
        name="silentCreditMs"
        value={chase.silentCreditMs}
        onDefault={() => onChase({ ...chase, silentCreditMs: DEFAULT_CHASE_SETTINGS.silentCreditMs })}
      >
        <DurationInput
          label="静默下单不计成效的时间"
          min={0}
          valueMs={chase.silentCreditMs}
          onChange={(silentCreditMs) => onChase({ ...chase, silentCreditMs })}
        />
      </DeclaredRow>
    </section>
  );
}
