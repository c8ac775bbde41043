import './concession.css';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import { ConcessionSettings } from '../../../../shared/domain/concession.ts';
import { concessionSettings } from '../../../../shared/domain/settings/concession.ts';
import { DeclaredRow } from '../fields/declared-row.tsx';
import { DurationInput } from '../fields/duration-input.tsx';
import { LeadOnly } from '../fields/lead-only.tsx';

type ConcessionFieldsProps = {
  readonly concession: ConcessionSettings;
  readonly onConcession: (concession: ConcessionSettings) => void;
};

const STEPS_AT_MOST = 8;
const toFen = (yuan: number | null, leastFen: number) => Math.max(leastFen, Math.round((yuan ?? 0) * 100));

/** One more step, as far as the limit leaves room. */
function nextStep({ stepsFen, limitFen }: ConcessionSettings): number {
  const lastFen = stepsFen.at(-1) ?? 0;
  return Math.min(limitFen, lastFen + 500);
}

function stepsError(concession: ConcessionSettings): string | undefined {
  const { error } = ConcessionSettings.safeParse(concession);
  return error?.issues.find(({ path }) => path[0] === 'stepsFen')?.message;
}

function StepInputs({ concession, onConcession }: ConcessionFieldsProps) {
  const { stepsFen, limitFen } = concession;
  const set = (steps: number[]) => onConcession({ ...concession, stepsFen: steps });
  const isFull = stepsFen.length >= STEPS_AT_MOST || (stepsFen.at(-1) ?? 0) >= limitFen;
  return (
    <div className="settings-concession-steps" role="group" aria-label="优惠步骤">
      {stepsFen.map((step, index) => (
        // Steps are known by their place only.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className="settings-concession-step">
          <InputNumber<number>
            className="settings-concession-amount"
            aria-label={`第 ${index + 1} 步优惠`}
            min={0.01}
            max={limitFen / 100}
            precision={2}
            suffix="元"
            value={step / 100}
            onChange={(yuan) => set(stepsFen.with(index, toFen(yuan, 1)))}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden="true" />}
            aria-label={`删除第 ${index + 1} 步优惠`}
            onClick={() => set(stepsFen.toSpliced(index, 1))}
          />
        </span>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden="true" />}
        // `false` would open it to whoever may not set it.
        {...(isFull ? { disabled: true } : {})}
        onClick={() => set([...stepsFen, nextStep(concession)])}
      >
        添加一步
      </Button>
    </div>
  );
}

/** R10: how far an agent goes alone when a customer bargains. */
export function ConcessionFields({ concession, onConcession }: ConcessionFieldsProps) {
  const row = (name: keyof ConcessionSettings) => ({
    declaration: concessionSettings,
    name,
    value: concession[name],
    onDefault: () => onConcession({ ...concession, [name]: concessionSettings.defaults[name] }),
  });
  return (
    <section className="settings-group" aria-label="议价">
      <h3>议价</h3>
      <LeadOnly>
        <DeclaredRow {...row('limitFen')} htmlFor="concession-limit">
          <InputNumber<number>
            id="concession-limit"
            className="settings-money"
            min={0}
            max={100_000}
            precision={2}
            suffix="元"
            value={concession.limitFen / 100}
            onChange={(yuan) => onConcession({ ...concession, limitFen: toFen(yuan, 0) })}
          />
        </DeclaredRow>
        <DeclaredRow {...row('stepsFen')} error={stepsError(concession)}>
          <StepInputs concession={concession} onConcession={onConcession} />
        </DeclaredRow>
        <DeclaredRow {...row('extras')} htmlFor="concession-extras">
          <Select<string[]>
            id="concession-extras"
            className="settings-extras"
            mode="tags"
            open={false}
            maxCount={6}
            suffixIcon={null}
            value={[...concession.extras]}
            onChange={(texts) =>
              onConcession({
                ...concession,
                extras: [...new Set(texts.map((text) => text.trim().slice(0, 30)).filter(Boolean))],
              })
            }
          />
        </DeclaredRow>
        <DeclaredRow {...row('answerWithinMs')}>
          <DurationInput
            label="主管答复时限"
            min={0}
            valueMs={concession.answerWithinMs}
            onChange={(answerWithinMs) => onConcession({ ...concession, answerWithinMs })}
          />
        </DeclaredRow>
      </LeadOnly>
    </section>
  );
}
