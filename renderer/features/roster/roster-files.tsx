import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';

type ReadFile = NonNullable<Output<'roster.readFile'>>;

const LAYOUTS = [
  { key: 'matrix', label: '员工一行、日期一列' },
  { key: 'list', label: '日期、员工、班次 三列' },
] as const;

/** The month leaves as a sheet in the layouts in which it comes. */
export function ExportRoster({ month }: { readonly month: string }) {
  const feedback = useFeedback();
  const save = useMutation({
    mutationFn: (layout: (typeof LAYOUTS)[number]['key']) => call('roster.export', { month, layout }),
    onSuccess: (saved) => feedback.saved(saved?.path ?? null),
    onError: (error) => feedback.fail(error),
  });
  const items = LAYOUTS.map(({ key, label }) => ({ key, label }));
  const choose = (key: string) => save.mutate(key === 'list' ? 'list' : 'matrix');
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
      <Button size="small">导出</Button>
    </Dropdown>
  );
}

type PreviewProps = {
  readonly file: ReadFile;
  readonly onImport: () => void;
  readonly onCancel: () => void;
};

function Preview({ file: { name, changed, cells, faults }, onImport, onCancel }: PreviewProps) {
  return (
    <section className="roster-preview" aria-label="导入预览">
      <div className="form-row">
        <span className="numeric">
          {name}：读到 {cells.length} 天，其中 {changed} 天有变化
          {faults.length > 0 && `，${faults.length} 处不能识别`}
        </span>
        <Button autoFocus type="primary" disabled={changed === 0} onClick={onImport}>
          导入 {changed} 天
        </Button>
        <Button onClick={onCancel}>不导入</Button>
      </div>
      {faults.length > 0 && (
        <ul aria-label="不能识别的格子">
          {faults.map(({ row, column, value, reason }) => (
            <li key={`${row} ${column} ${value}`} className="numeric">
              第 {row} 行 {column}
              {value !== '' && `「${value}」`}：{reason}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type ImportProps = {
  readonly month: string;
  readonly onImport: (cells: ReadFile['cells']) => void;
};

/** A file is read and shown with all that is wrong in it; only then is anything planned. */
export function ImportRoster({ month, onImport }: ImportProps) {
  const feedback = useFeedback();
  const [file, setFile] = useState<ReadFile | null>(null);
  const read = useMutation({
    mutationFn: () => call('roster.readFile', { month }),
    onSuccess: setFile,
    onError: (error) => feedback.fail(error),
  });
  return (
    <>
      <Button size="small" loading={read.isPending} onClick={() => read.mutate()}>
        导入
      </Button>
      {file && (
        <Preview
          file={file}
          onCancel={() => setFile(null)}
          onImport={() => {
            onImport(file.cells);
            setFile(null);
          }}
        />
      )}
    </>
  );
}
