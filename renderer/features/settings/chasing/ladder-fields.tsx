import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Select } from 'antd';
import type { ChasePreset, ChaseSettings } from '../../../../shared/domain/chasing/chase-settings.ts';
import {
  CHASE_PRESET_LABELS,
  CHASE_PRESETS,
  CHASE_STEP_LABELS,
} from '../../../../shared/domain/chasing/chase-settings.ts';
import { describeSource } from '../../../../shared/domain/settings/declaring/declaration.ts';
import { chaseSettings } from '../../../../shared/domain/settings/shop/chase.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { DeclaredRow } from '../fields/declared-row.tsx';
import { DurationInput } from '../fields/duration-input.tsx';
import { addStep, applyPreset, stepsLeft, withPresetName } from './chase-form.ts';
import { StepRow } from './step-row.tsx';

type LadderFieldsProps = {
  readonly chase: ChaseSettings;
  readonly onChase: (chase: ChaseSettings) => void;
};

const presetOptions = [
  ...CHASE_PRESETS.map((value) => ({ value, label: CHASE_PRESET_LABELS[value] })),
  { value: 'custom', label: '自定义', disabled: true },
];

const CLOSE_TIMES = [30 * MINUTE, 2 * HOUR, DAY, 3 * DAY] as const;
const closeOptions = [
  { value: String(CLOSE_TIMES[0]), label: '30 分钟' },
  { value: String(CLOSE_TIMES[1]), label: '2 小时' },
  { value: String(CLOSE_TIMES[2]), label: '24 小时' },
  { value: String(CLOSE_TIMES[3]), label: '72 小时' },
  { value: 'custom', label: '自定义' },
  { value: 'never', label: '不自动关闭' },
];

function closeChoice(closesAfterMs: number | null): string {
  if (closesAfterMs === null) return 'never';
  return CLOSE_TIMES.some((time) => time === closesAfterMs) ? String(closesAfterMs) : 'custom';
}

/** One hour off the usual day, so that the choice of 自定义 is seen to be one. */
const CUSTOM_CLOSE_MS = 12 * HOUR;

function closeOf(choice: string): number | null {
  if (choice === 'never') return null;
  return choice === 'custom' ? CUSTOM_CLOSE_MS : Number(choice);
}

function CloseRow({ chase, onChase }: LadderFieldsProps) {
  const set = (closesAfterMs: number | null) => onChase(withPresetName({ ...chase, closesAfterMs }));
  const choice = closeChoice(chase.closesAfterMs);
  return (
    <DeclaredRow
      declaration={chaseSettings}
      name="closesAfterMs"
      value={chase.closesAfterMs}
      htmlFor="chase-close"
      onDefault={set}
    >
      <Select<string>
        id="chase-close"
        className="settings-select"
        options={closeOptions}
        value={choice}
        onChange={(value) => set(closeOf(value))}
      />
      {choice === 'custom' && chase.closesAfterMs !== null && (
        <DurationInput label="关闭时间" valueMs={chase.closesAfterMs} onChange={set} />
      )}
    </DeclaredRow>
  );
}

/** When an unpaid order is followed up. */
export function LadderFields({ chase, onChase }: LadderFieldsProps) {
  const left = stepsLeft(chase);
  const items = left.map((step) => ({
    key: step,
    label: CHASE_STEP_LABELS[step],
    onClick: () => onChase(addStep(chase, step)),
  }));
  return (
    <section className="settings-group" aria-label="催付时间">
      <h3>催付时间</h3>
      <DeclaredRow
        declaration={chaseSettings}
        name="preset"
        value={chase.preset}
        htmlFor="chase-preset"
        onDefault={() => onChase(applyPreset(chase, 'default'))}
      >
        <Select<string>
          id="chase-preset"
          className="settings-select"
          popupMatchSelectWidth={false}
          options={presetOptions}
          value={chase.preset}
          // 自定义 cannot be chosen, so only presets arrive here.
          onChange={(value) => onChase(applyPreset(chase, value as ChasePreset))}
        />
      </DeclaredRow>
      <CloseRow chase={chase} onChase={onChase} />
      <div className="settings-steps" role="group" aria-label="催付步骤" data-place="chase.steps">
        {chase.steps.map((step) => (
          <StepRow key={step.step} setting={step} chase={chase} onChase={onChase} />
        ))}
        {left.length > 0 && (
          <Dropdown trigger={['click']} menu={{ items }}>
            <Button size="small" icon={<PlusOutlined aria-hidden="true" />}>
              添加步骤
            </Button>
          </Dropdown>
        )}
        <p className="settings-row-source">{describeSource(chaseSettings.fields.steps)}</p>
      </div>
    </section>
  );
}
