import { Select } from 'antd';
import {
  SCRIPT_FIELD_LABELS,
  SCRIPT_FIELDS,
  type ScriptColumns,
  type ScriptField,
} from '../../../shared/domain/scripts/script-file.ts';
import type { ScriptFileColumn } from '../../../shared/ipc/contract/scripts/script-file-contract.ts';

const IGNORED = 'ignored';
const OPTIONS = [
  { value: IGNORED, label: '不导入' },
  ...SCRIPT_FIELDS.map((value) => ({ value: value as string, label: SCRIPT_FIELD_LABELS[value] })),
];

type ColumnFieldsProps = {
  readonly columns: readonly ScriptFileColumn[];
  /** The fields that the columns are taken for. */
  readonly fields: ScriptColumns;
  readonly onField: (index: number, field: ScriptField | null) => void;
};

const nameOf = ({ header }: ScriptFileColumn, index: number) =>
  header === '' ? `第 ${index + 1} 列` : header;

/**
 * Lets the agent say what each column holds, beside the column's first cells. Several columns may be the parts of one
 * script.
 */
export function ColumnFields({ columns, fields, onField }: ColumnFieldsProps) {
  return (
    <section className="exchange-columns" aria-label="列与内容的对应">
      {columns.map((column, index) => {
        const name = nameOf(column, index);
        const field = fields[index] ?? null;
        return (
          // Columns have no other identity than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="exchange-column" data-is-ignored={field === null}>
            <span className="truncate exchange-column-name" title={name}>
              {name}
            </span>
            <Select
              size="small"
              aria-label={`「${name}」是`}
              popupMatchSelectWidth={false}
              options={OPTIONS}
              value={field ?? IGNORED}
              onChange={(value) => onField(index, SCRIPT_FIELDS.find((one) => one === value) ?? null)}
            />
            {column.samples.map((sample, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <span key={at} className="truncate muted" title={sample}>
                {sample === '' ? '（空）' : sample}
              </span>
            ))}
          </div>
        );
      })}
    </section>
  );
}
