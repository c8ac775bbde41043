import { Radio } from 'antd';
import {
  IMPORT_CHOICE_LABELS,
  IMPORT_CHOICES,
  type ImportChoice,
} from '../../../shared/domain/scripts/script-file.ts';
import type { ScriptImportRow } from '../../../shared/ipc/contract/scripts/script-file-contract.ts';

type RowDetailProps = {
  readonly row: ScriptImportRow;
  readonly choice: ImportChoice | null;
  readonly onChoice: (choice: ImportChoice) => void;
};

type SideProps = {
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly text: string;
};

function Side({ name, title, group, text }: SideProps) {
  return (
    <section className="exchange-side">
      <h4 className="muted">{name}</h4>
      <p>
        <strong>{title}</strong>
        {group !== '' && <span className="muted exchange-row-group">{group}</span>}
      </p>
      <p className="exchange-text">{text}</p>
    </section>
  );
}

/** A new script is brought or left out; where there is one already, there is more to choose. */
function choicesFor(verdict: ScriptImportRow['verdict']) {
  if (verdict === 'changed' || verdict === 'conflict')
    return IMPORT_CHOICES.map((value) => ({ value, label: IMPORT_CHOICE_LABELS[value] }));
  if (verdict !== 'new') return [];
  return [
    { value: 'replace' as const, label: '导入' },
    { value: 'skip' as const, label: IMPORT_CHOICE_LABELS.skip },
  ];
}

export function RowDetail({ row, choice, onChoice }: RowDetailProps) {
  const { fault, reason, notes, ours } = row;
  const options = choicesFor(row.verdict);
  return (
    <aside className="exchange-detail" aria-label={`第 ${row.row} 行`}>
      <h3>
        第 {row.row} 行 <span className="exchange-row-code">{row.code}</span>
      </h3>
      {fault !== null && (
        <p className="exchange-fault">
          {fault.column !== '' && `${fault.column}「${fault.value}」：`}
          {reason}
        </p>
      )}
      {fault === null && reason !== '' && <p>{reason}</p>}
      {options.length > 0 && (
        <Radio.Group
          className="exchange-choices"
          aria-label={`第 ${row.row} 行怎么办`}
          options={options}
          value={choice}
          onChange={(event) => onChoice(event.target.value as ImportChoice)}
        />
      )}
      {notes.length > 0 && (
        <ul className="exchange-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Side name="文件" title={row.title} group={row.group} text={row.text} />
      {ours !== null && <Side name="本库" title={ours.title} group={ours.group} text={ours.text} />}
    </aside>
  );
}
