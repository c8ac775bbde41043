import { Button } from 'antd';
import type { ImportJobId, ImportPreview } from '../../../../shared/ipc/contract/program/import-contract.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { useSaveRejected } from '../mutations.ts';
import { RowReasons } from './row-reasons.tsx';

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
  return (
    <div className="imports-rejected">
      <RowReasons label="拒绝的行" rows={rows} />
      <div className="imports-rejected-foot">
        <Button onClick={() => save.mutate(jobId, { onSuccess: (path) => feedback.saved(path) })}>
          另存为文件
        </Button>
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
