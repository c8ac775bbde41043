import { Select } from 'antd';
import {
  CHASE_PRESET_LABELS,
  CHASE_PRESETS,
  CHASE_STEP_LABELS,
  CHASE_STEPS,
} from '../../../../shared/domain/chasing/chase-settings.ts';
import { BARGAIN_STEP_LABELS, BARGAIN_STEPS } from '../../../../shared/domain/chasing/concession.ts';
import { CUSTOMER_GRADE_LABELS, CUSTOMER_GRADES } from '../../../../shared/domain/orders/customer.ts';
import { UNPAID_REASON_LABELS, UNPAID_REASONS } from '../../../../shared/domain/orders/unpaid-reason.ts';
import { PARCEL_STEP_LABELS } from '../../../../shared/domain/parcels/parcel-steps.ts';
import { REFUND_STEP_LABELS } from '../../../../shared/domain/refunds/refund-steps.ts';
import type { ScriptFit } from '../../../../shared/domain/scripts/script.ts';
import { SCRIPT_STAGE_LABELS, SCRIPT_STAGES } from '../../../../shared/domain/scripts/script.ts';
import { REORDER_STEP_LABELS } from '../../../../shared/domain/tasks/task-kinds/reorder.ts';

import { EditorField } from './editor-field.tsx';

type FitFieldsProps = { readonly fit: ScriptFit; readonly onFit: (fit: ScriptFit) => void };

function optionsOf<T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) {
  return values.map((value) => ({ value, label: labels[value] }));
}

const stages = optionsOf(SCRIPT_STAGES, SCRIPT_STAGE_LABELS);
const reasons = optionsOf(UNPAID_REASONS, UNPAID_REASON_LABELS);
// A script may name steps that this build does not know, so they are plain text.
const steps: { value: string; label: string }[] = [
  ...optionsOf(CHASE_STEPS, CHASE_STEP_LABELS),
  ...optionsOf(BARGAIN_STEPS, BARGAIN_STEP_LABELS),
  ...Object.entries(REORDER_STEP_LABELS).map(([value, label]) => ({ value, label })),
  ...Object.entries(REFUND_STEP_LABELS).map(([value, label]) => ({ value, label })),
  ...Object.entries(PARCEL_STEP_LABELS)
    // One word says both, where a refund has a step of the same name.
    .filter(([value]) => !(value in REFUND_STEP_LABELS))
    .map(([value, label]) => ({ value, label })),
];
const ladders = optionsOf(CHASE_PRESETS, CHASE_PRESET_LABELS);
const grades = optionsOf(CUSTOMER_GRADES, CUSTOMER_GRADE_LABELS);

function FitSelect<T extends string>({
  id,
  label,
  options,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly options: { readonly value: T; readonly label: string }[];
  readonly value: T[];
  readonly onChange: (value: T[]) => void;
}) {
  return (
    <EditorField id={id} label={label}>
      <Select<T[]>
        id={id}
        mode="multiple"
        placeholder="不限"
        maxTagCount="responsive"
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={value}
        onChange={onChange}
      />
    </EditorField>
  );
}

/** When a script is offered by itself; an empty field fits everything. */
export function FitFields({ fit, onFit }: FitFieldsProps) {
  return (
    <fieldset className="library-fit">
      <legend>适用于</legend>
      <FitSelect
        id="script-stages"
        label="环节"
        options={stages}
        value={fit.stages}
        onChange={(value) => onFit({ ...fit, stages: value })}
      />
      <FitSelect
        id="script-reasons"
        label="未付原因"
        options={reasons}
        value={fit.reasons}
        onChange={(value) => onFit({ ...fit, reasons: value })}
      />
      <FitSelect
        id="script-steps"
        label="步骤"
        options={steps}
        value={fit.steps}
        onChange={(value) => onFit({ ...fit, steps: value })}
      />
      <FitSelect
        id="script-ladders"
        label="催付方案"
        options={ladders}
        value={fit.ladders ?? []}
        onChange={(value) => onFit({ ...fit, ladders: value })}
      />
      <FitSelect
        id="script-grades"
        label="客户"
        options={grades}
        value={fit.grades}
        onChange={(value) => onFit({ ...fit, grades: value })}
      />
    </fieldset>
  );
}
