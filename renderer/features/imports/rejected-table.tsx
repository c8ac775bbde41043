import { Button } from 'antd';
import { useState } from 'react';
import type { ImportJobId, ImportPreview } from '../../../shared/ipc/contract/program/import-contract.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';
import { useSaveRejected } from './mutations.ts';

const ROW_HEIGHT = 30;
const ROWS_SEEN = 8;

/** The column, with the sheet before it where the file has rows on several. */
function placeOf(row: ImportPreview['rejected'][number] | undefined): string {
  return row?.sheet === undefined ? (row?.column ?? '') : `${row.sheet} · ${row.column}`;
}

type RejectedTableProps = {
  readonly jobId: ImportJobId;
  readonly rows: ImportPreview['rejected'];
  /** All of them; `rows` may be the first ones only. */
  readonly total: number;
};

/** Why which row stays out, cell by cell, so that it can be mended at its source. */
export function RejectedTable({ jobId, rows, total }: RejectedTableProps) {
  const feedback = useFeedback();
  const save = useSaveRejected();
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const saveFile = () =>
    save.mutate(jobId, {
      onSuccess: (path) => path !== null && feedback.done(`已保存到 ${path}`),
      onError: (error) => feedback.fail(error),
    });
  return (
    <div className="imports-rejected">
      <div className="imports-rejected-row imports-rejected-head" aria-hidden="true">
        <span>行</span>
        <span>列</span>
        <span>内容</span>
        <span>原因</span>
      </div>
      <div style={{ height: Math.min(rows.length, ROWS_SEEN) * ROW_HEIGHT }}>
        <VirtualList
          label="拒绝的行"
          count={rows.length}
          rowHeight={ROW_HEIGHT}
          rowKey={(index) => index.toString()}
          selectedKey={selectedKey}
          onSelect={setSelectedKey}
          renderRow={(index) => {
            const row = rows[index];
            return (
              <div className="imports-rejected-row">
                <span className="numeric">{row?.row}</span>
                <span className="truncate" title={placeOf(row)}>
                  {placeOf(row)}
                </span>
                <span className="truncate" title={row?.value}>
                  {row?.value === '' ? <span className="muted">空</span> : row?.value}
                </span>
                <span className="truncate" title={row?.reason}>
                  {row?.reason}
                </span>
              </div>
            );
          }}
        />
      </div>
      <div className="imports-rejected-foot">
        <Button onClick={saveFile}>另存为文件</Button>
        {rows.length < total && (
          <span className="muted">
            此处显示前 {rows.length.toLocaleString('zh-CN')} 行，文件中有全部 {total.toLocaleString('zh-CN')}{' '}
            行
          </span>
        )}
      </div>
    </div>
  );
}
