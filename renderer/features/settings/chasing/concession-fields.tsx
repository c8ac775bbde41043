import './concession.css';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import { ConcessionSettings } from '../../../../shared/domain/concession.ts';
import { LeadOnly } from '../lead-only.tsx';
import { SettingsRow } from '../settings-row.tsx';
import { DurationInput } from './duration-input.tsx';

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
  return (
    <section className="settings-group" aria-label="议价">
      <h3>议价</h3>
      <LeadOnly>
        <SettingsRow
          label="客服权限"
          htmlFor="concession-limit"
          hint="每单最多优惠；超出由主管答复，0 为一律请示"
        >
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
        </SettingsRow>
        <SettingsRow
          label="优惠步骤"
          hint="每步为该单优惠总额；客户未接受上一步，才提下一步"
          error={stepsError(concession)}
        >
          <StepInputs concession={concession} onConcession={onConcession} />
        </SettingsRow>
        <SettingsRow label="代替金额" htmlFor="concession-extras" hint="第一步未被接受后可提；输入后按 Enter">
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
        </SettingsRow>
        <SettingsRow label="主管答复时限" hint="请示后多久提醒主管；0 为立即">
          <DurationInput
            label="主管答复时限"
            min={0}
            valueMs={concession.answerWithinMs}
            onChange={(answerWithinMs) => onConcession({ ...concession, answerWithinMs })}
          />
        </SettingsRow>
      </LeadOnly>
    </section>
  );
}
