import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type {
  ChaseSettings,
  ChaseStep,
  ChaseStepSetting,
} from '../../../../shared/domain/chasing/chase-settings.ts';
import { CHASE_STEP_LABELS } from '../../../../shared/domain/chasing/chase-settings.ts';
import { DurationInput } from '../fields/duration-input.tsx';
import { removeStep, setTiming, stepError, timingMs, withAnchor, withTimingMs } from './chase-form.ts';

type StepRowProps = {
  readonly setting: ChaseStepSetting;
  readonly chase: ChaseSettings;
  readonly onChase: (chase: ChaseSettings) => void;
};

type Anchor = 'placed' | 'close' | ChaseStep;

/** A step may be counted from these: the order, its closing, or a step that stands before it. */
function anchorOptions(
  { steps }: ChaseSettings,
  step: ChaseStep,
): { readonly value: Anchor; readonly label: string }[] {
  const at = steps.findIndex((other) => other.step === step);
  const before = steps.slice(0, at);
  return [
    { value: 'placed', label: '下单后' },
    { value: 'close', label: '关闭前' },
    ...before.map((other) => ({ value: other.step, label: `${CHASE_STEP_LABELS[other.step]}后` })),
  ];
}

export function StepRow({ setting, chase, onChase }: StepRowProps) {
  const { step, timing } = setting;
  const name = CHASE_STEP_LABELS[step];
  const error = stepError(chase, setting);
  return (
    <div className="settings-step">
      <span className="settings-step-name">{name}</span>
      <Select<Anchor>
        className="settings-anchor"
        aria-label={`${name}从何时算起`}
        popupMatchSelectWidth={false}
        options={anchorOptions(chase, step)}
        value={timing.from === 'step' ? timing.step : timing.from}
        onChange={(anchor) => onChase(setTiming(chase, step, withAnchor(timing, anchor)))}
      />
      <DurationInput
        label={`${name}时间`}
        valueMs={timingMs(timing)}
        onChange={(durationMs) => onChase(setTiming(chase, step, withTimingMs(timing, durationMs)))}
      />
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={`删除${name}`}
        disabled={chase.steps.length === 1}
        onClick={() => onChase(removeStep(chase, step))}
      />
      {error !== undefined && (
        <span role="alert" className="settings-error">
          {error}
        </span>
      )}
    </div>
  );
}
