import './concession.css';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import { ConcessionSettings } from '../../../../shared/domain/chasing/concession.ts';
import { concessionSettings } from '../../../../shared/domain/settings/shop/concession.ts';
import { DeclaredRow } from '../fields/declared-row.tsx';
import { DomainFields } from '../fields/domain-fields.tsx';
import { LeadOnly } from '../fields/lead-only.tsx';

type ConcessionFieldsProps = {
  readonly concession: ConcessionSettings;
  readonly onConcession: (concession: ConcessionSettings) => void;
};

const STEPS_AT_MOST = 8;
/** No step is less than one fen. */
const toFen = (yuan: number | null) => Math.max(1, Math.round((yuan ?? 0) * 100));

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
            onChange={(yuan) => set(stepsFen.with(index, toFen(yuan)))}
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
        // `false` would open it to agents who may not set it.
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
  const set = (change: Partial<ConcessionSettings>) => onConcession({ ...concession, ...change });
  const fields = { declaration: concessionSettings, values: concession, onChange: set };
  return (
    <section className="settings-group" aria-label="议价">
      <h3>议价</h3>
      <LeadOnly>
        <DomainFields {...fields} names={['limitFen', 'limitPercent']} />
        <DeclaredRow
          declaration={concessionSettings}
          name="stepsFen"
          value={concession.stepsFen}
          error={stepsError(concession)}
          onDefault={(stepsFen) => set({ stepsFen })}
        >
          <StepInputs concession={concession} onConcession={onConcession} />
        </DeclaredRow>
        <DeclaredRow
          declaration={concessionSettings}
          name="extras"
          value={concession.extras}
          htmlFor="concession-extras"
          onDefault={(extras) => set({ extras })}
        >
          <Select<string[]>
            id="concession-extras"
            className="settings-extras"
            mode="tags"
            open={false}
            maxCount={6}
            suffixIcon={null}
            value={[...concession.extras]}
            onChange={(texts) =>
              set({ extras: [...new Set(texts.map((text) => text.trim().slice(0, 30)).filter(Boolean))] })
            }
          />
        </DeclaredRow>
        <DomainFields {...fields} names={['answerWithinMs']} />
      </LeadOnly>
    </section>
  );
}
