import { Button, Input, InputNumber, Radio, Select } from 'antd';
import { type ComponentProps, useState } from 'react';
import {
  SATISFACTION_LABELS,
  type Satisfaction,
  WAITING_ON,
  WAITING_ON_LABELS,
  type WaitingOn,
} from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import type { CaseFields } from '../../../shared/domain/shared-parts/case/case-field-values.ts';
import type {
  CaseKindSpec,
  CaseStepSpec,
} from '../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import type { CaseDetail } from '../../../shared/ipc/contract/case-contract.ts';
import { ownValue } from '../../../shared/own-value.ts';
import type { FormWork } from '../../lib/place/subject-panel.ts';
import { CaseFieldInputs } from '../../ui/cases/case-field-inputs.tsx';
import { MomentField } from '../../ui/forms/moment-field.tsx';
import { NoteInput } from '../../ui/forms/note-input.tsx';
import { useAction } from '../../ui/forms/use-action.ts';

export type CaseFormProps = {
  readonly detail: CaseDetail;
  readonly spec: CaseKindSpec;
  readonly work: FormWork;
};

type StepFieldsProps = Pick<ComponentProps<typeof CaseFieldInputs>, 'declared' | 'values' | 'onValues'> & {
  readonly step: CaseStepSpec;
};

function StepFields({ step, ...rest }: StepFieldsProps) {
  const { needs = [], asks = [] } = step;
  return <CaseFieldInputs {...rest} keys={[...needs, ...asks]} needs={needs} />;
}

/** The next step, the likely one chosen, with what that step asks for. */
export function NextStepForm({ detail: { openCase, suggested }, spec, work }: CaseFormProps) {
  const next = ownValue(spec.steps, openCase.step)?.next ?? [];
  const [to, setTo] = useState(suggested ?? next[0] ?? null);
  const [fields, setFields] = useState<CaseFields>(openCase.fields);
  const [note, setNote] = useState('');
  const [dueAtMs, setDueAtMs] = useState<number | null>(null);
  const advance = useAction('cases.advance', work.close);
  const step = to === null ? undefined : ownValue(spec.steps, to);
  if (to === null || step === undefined) return <p className="muted">这是最后一步，请关闭事务</p>;
  return (
    <form
      aria-label="下一步"
      className="case-form"
      onSubmit={(event) => {
        event.preventDefault();
        advance.mutate({
          id: openCase.id,
          request: { kind: 'advance', to, fields, text: note, dueAtMs: dueAtMs ?? undefined },
        });
      }}
    >
      <Radio.Group
        size="small"
        optionType="button"
        aria-label="转到"
        value={to}
        options={next.map((key) => ({ value: key, label: ownValue(spec.steps, key)?.label ?? key }))}
        onChange={(event) => setTo(String(event.target.value))}
      />
      <StepFields step={step} declared={spec.fields} values={fields} onValues={setFields} />
      <MomentField
        label={step.waitingOn === undefined ? '完成时间' : '再看时间'}
        value={dueAtMs}
        onChange={setDueAtMs}
      />
      <div className="form-row">
        <NoteInput label="进展说明" placeholder="说明，可不填" text={note} onText={setNote} />
        <Button type="primary" htmlType="submit" loading={advance.isPending}>
          {step.label}
        </Button>
      </div>
    </form>
  );
}

const PARTIES = WAITING_ON.map((value) => ({ value, label: WAITING_ON_LABELS[value] }));

/** Somebody else has to answer; who, and when an agent looks again. */
export function WaitForm({ detail: { openCase }, work }: CaseFormProps) {
  const [on, setOn] = useState<WaitingOn>(
    openCase.state.kind === 'waiting' ? openCase.state.on : 'warehouse',
  );
  const [nextCheckAtMs, setNextCheckAtMs] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const advance = useAction('cases.advance', work.finish, work.comeBack);
  return (
    <form
      aria-label="等待答复"
      className="case-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (nextCheckAtMs !== null)
          advance.mutate({ id: openCase.id, request: { kind: 'wait', on, nextCheckAtMs, text: note } });
      }}
    >
      <MomentField autoFocus label="再看时间" value={nextCheckAtMs} onChange={setNextCheckAtMs} />
      <div className="form-row">
        <Select
          aria-label="等待方"
          value={on}
          options={PARTIES}
          popupMatchSelectWidth={false}
          onChange={setOn}
        />
        <NoteInput label="等待说明" placeholder="说明，可不填" text={note} onText={setNote} />
        <Button
          type="primary"
          htmlType="submit"
          disabled={nextCheckAtMs === null}
          loading={advance.isPending}
        >
          到时再看
        </Button>
      </div>
    </form>
  );
}

export function EditFieldsForm({ detail: { openCase }, spec, work }: CaseFormProps) {
  const [fields, setFields] = useState<CaseFields>(openCase.fields);
  const edit = useAction('cases.edit', work.close);
  return (
    <form
      aria-label="修改事务"
      className="case-form"
      onSubmit={(event) => {
        event.preventDefault();
        edit.mutate({ id: openCase.id, fields });
      }}
    >
      <CaseFieldInputs declared={spec.fields} values={fields} onValues={setFields} />
      <div className="form-row">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          保存
        </Button>
      </div>
    </form>
  );
}

const SATISFACTIONS = Object.entries(SATISFACTION_LABELS).map(([value, label]) => ({ value, label }));

/** How it ended: the cause, how the customer took it, what it cost. */
export function CloseForm({ detail: { openCase }, spec, work }: CaseFormProps) {
  const [cause, setCause] = useState('');
  const [satisfaction, setSatisfaction] = useState<Satisfaction>('not-asked');
  const [result, setResult] = useState('');
  const [costFen, setCostFen] = useState<number | null>(null);
  const [waitingReason, setWaitingReason] = useState('');
  const advance = useAction('cases.advance', work.finish, work.comeBack);
  const isWaiting = openCase.state.kind === 'waiting';
  const mustTell = spec.closing.needsTold && openCase.toldAtMs === null;
  return (
    <form
      aria-label="关闭事务"
      className="case-form"
      onSubmit={(event) => {
        event.preventDefault();
        const closing = { cause, causeNote: null, satisfaction, result: result.trim() || null, costFen };
        advance.mutate({ id: openCase.id, request: { kind: 'close', closing, waitingReason } });
      }}
    >
      {mustTell && <p className="case-warning">还没有告知客户，请先转到告知客户的步骤</p>}
      <Radio.Group
        size="small"
        optionType="button"
        aria-label="满意度"
        value={satisfaction}
        options={SATISFACTIONS}
        onChange={(event) => setSatisfaction(event.target.value as Satisfaction)}
      />
      <div className="form-row">
        <Input
          autoFocus
          aria-label="原因"
          placeholder="原因"
          maxLength={80}
          value={cause}
          onChange={(event) => setCause(event.target.value)}
        />
        <Input
          aria-label="处理结果"
          placeholder="处理结果，可不填"
          maxLength={500}
          value={result}
          onChange={(event) => setResult(event.target.value)}
        />
        <InputNumber<number>
          aria-label="花费"
          min={0}
          precision={2}
          prefix="¥"
          placeholder="花费"
          value={costFen === null ? null : costFen / 100}
          onChange={(yuan) => setCostFen(yuan === null ? null : Math.round(yuan * 100))}
        />
        <Button
          type="primary"
          htmlType="submit"
          disabled={cause.trim() === '' || mustTell || (isWaiting && waitingReason.trim() === '')}
          loading={advance.isPending}
        >
          关闭事务
        </Button>
      </div>
      {isWaiting && (
        <NoteInput
          label="仍在等待，关闭的理由"
          placeholder="仍在等待答复，为什么关闭"
          text={waitingReason}
          onText={setWaitingReason}
        />
      )}
    </form>
  );
}
