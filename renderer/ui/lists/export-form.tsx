import { Button, Checkbox, Radio } from 'antd';
import { useState } from 'react';
import {
  EXPORT_FORMAT_LABELS,
  EXPORT_FORMATS,
  type ExportFormat,
} from '../../../shared/ipc/contract/program/report-contract.ts';
import { useFeedback } from '../feedback.tsx';

export type ExportScope = { readonly key: string; readonly label: string };
export type ExportAsked<Column extends string> = {
  readonly scope: string;
  readonly format: ExportFormat;
  readonly columns: Column[];
};

export type ExportFormProps<Column extends string> = {
  readonly label: string;
  /** The first is offered. */
  readonly scopes: readonly ExportScope[];
  /** Every column that the file can have, under its head there. */
  readonly columns: Readonly<Record<Column, string>>;
  /** Those that the list shows. */
  readonly shown: readonly Column[];
  /** Answers where the file is; `null` when the agent thought better of it. */
  readonly save: (asked: ExportAsked<Column>) => Promise<string | null>;
  readonly onDone: () => void;
};

/** An agent says which rows go into the file, how many they are, and which columns. */
export function ExportForm<Column extends string>(props: ExportFormProps<Column>) {
  const { label, scopes, columns, shown, save, onDone } = props;
  const feedback = useFeedback();
  const [scope, setScope] = useState(scopes[0]?.key ?? '');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [ticked, setTicked] = useState<readonly string[]>(shown);
  // The keys of the heads are the columns.
  const all = Object.keys(columns) as Column[];
  const chosen = all.filter((column) => ticked.includes(column));
  function submit(): void {
    if (chosen.length === 0) return;
    onDone();
    save({ scope, format, columns: chosen }).then(
      (path) => feedback.saved(path),
      (error: unknown) => feedback.fail(error),
    );
  }
  return (
    <form
      className="export-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {scopes.length > 1 && (
        <Radio.Group
          aria-label="范围"
          options={scopes.map(({ key, label: said }) => ({ value: key, label: said }))}
          value={scope}
          onChange={({ target }) => setScope(String(target.value))}
        />
      )}
      <fieldset>
        <legend>
          列 <span className="numeric muted">{chosen.length}</span>
          <Button type="link" size="small" onClick={() => setTicked(shown)}>
            同列表
          </Button>
          <Button type="link" size="small" onClick={() => setTicked(all)}>
            全选
          </Button>
        </legend>
        <Checkbox.Group
          className="export-columns"
          options={all.map((column) => ({ value: column as string, label: columns[column] }))}
          value={[...ticked]}
          onChange={setTicked}
        />
      </fieldset>
      <div className="export-line">
        <Radio.Group
          aria-label="格式"
          options={EXPORT_FORMATS.map((one) => ({ value: one, label: EXPORT_FORMAT_LABELS[one] }))}
          value={format}
          // The options are the formats.
          onChange={({ target }) => setFormat(target.value as ExportFormat)}
        />
        <Button type="primary" htmlType="submit" disabled={chosen.length === 0}>
          {scopes.length > 1 ? '导出' : (scopes[0]?.label ?? '导出')}
        </Button>
      </div>
    </form>
  );
}
