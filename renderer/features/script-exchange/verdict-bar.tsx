import { Segmented, Select } from 'antd';
import {
  IMPORT_CHOICE_LABELS,
  IMPORT_CHOICES,
  IMPORT_VERDICT_LABELS,
  IMPORT_VERDICTS,
  type ImportChoice,
  type ImportVerdict,
} from '../../../shared/domain/scripts/script-file.ts';
import type { ScriptFileRequest } from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import type { DecidedVerdict } from './import-request.ts';

export type VerdictFilter = ImportVerdict | 'all';

type VerdictBarProps = {
  readonly counts: Readonly<Record<ImportVerdict, number>>;
  readonly filter: VerdictFilter;
  readonly request: ScriptFileRequest;
  readonly onFilter: (filter: VerdictFilter) => void;
  readonly onChoice: (verdict: DecidedVerdict, choice: ImportChoice) => void;
};

const DECIDED = ['changed', 'conflict'] as const satisfies readonly DecidedVerdict[];
const CHOICES = IMPORT_CHOICES.map((value) => ({ value, label: IMPORT_CHOICE_LABELS[value] }));

const numbered = (label: string, count: number) => `${label} ${count.toLocaleString('zh-CN')}`;

/** Counts the rows by their verdict, and takes one choice for all that need a decision. */
export function VerdictBar({ counts, filter, request, onFilter, onChoice }: VerdictBarProps) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const options = [
    { value: 'all' as VerdictFilter, label: numbered('全部', total) },
    ...IMPORT_VERDICTS.map((value) => ({
      value: value as VerdictFilter,
      label: numbered(IMPORT_VERDICT_LABELS[value], counts[value]),
      disabled: counts[value] === 0,
    })),
  ];
  return (
    <div className="exchange-verdicts">
      <Segmented<VerdictFilter>
        size="small"
        aria-label="按结果筛选"
        options={options}
        value={filter}
        onChange={onFilter}
      />
      {DECIDED.filter((verdict) => counts[verdict] > 0).map((verdict) => (
        <span key={verdict} className="exchange-setting">
          <label htmlFor={`exchange-all-${verdict}`}>{IMPORT_VERDICT_LABELS[verdict]}的都</label>
          <Select<ImportChoice>
            id={`exchange-all-${verdict}`}
            size="small"
            popupMatchSelectWidth={false}
            options={CHOICES}
            value={request.choices[verdict]}
            onChange={(choice) => onChoice(verdict, choice)}
          />
        </span>
      ))}
    </div>
  );
}
