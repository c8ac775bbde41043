import { Button } from 'antd';
import { MINUTE } from '../../../shared/time/durations.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { useDismissImport } from './mutations.ts';
import type { PreviewedJob } from './sort-jobs.ts';

function whyIdle({ state: { preview } }: PreviewedJob, nowMs: number): string {
  if (preview.importedBeforeAtMs !== null) return `${formatMoment(preview.importedBeforeAtMs, nowMs)} 导入过`;
  return preview.counts.rows === 0 ? '只有表头' : '没有新内容';
}

/** Files that bring nothing fold themselves into one line. */
export function IdleNote({ jobs }: { readonly jobs: readonly PreviewedJob[] }) {
  const dismiss = useDismissImport();
  const nowMs = useNow(MINUTE);
  if (jobs.length === 0) return null;
  return (
    <div className="imports-idle muted" role="status">
      <span className="truncate">
        {jobs.length} 个文件没有新内容：
        {jobs.map((job) => `${job.fileName}（${whyIdle(job, nowMs)}）`).join('、')}
      </span>
      <Button type="text" size="small" onClick={() => dismiss.mutate(jobs.map(({ id }) => id))}>
        知道了
      </Button>
    </div>
  );
}
