import { Tabs } from 'antd';
import type { OpenSubject } from '../../../lib/place/navigation.ts';
import type { PreviewedJob } from '../sort-jobs.ts';
import { ChangedList } from './changed-list.tsx';
import { RejectedTable } from './rejected-table.tsx';
import { RowReasons } from './row-reasons.tsx';

/** The rows of one file that there is something to say of. */
export function FileDetails({ job, onOpen }: { readonly job: PreviewedJob; readonly onOpen: OpenSubject }) {
  const { preview } = job.state;
  const { rejected, changed } = preview.counts;
  const tabs = [
    {
      key: 'rejected',
      label: `读不了的行 ${rejected.toLocaleString('zh-CN')}`,
      isThere: rejected > 0,
      children: <RejectedTable jobId={job.id} rows={preview.rejected} total={rejected} />,
    },
    {
      key: 'remarks',
      // A row may have several.
      label: `要留意 ${preview.remarks.length.toLocaleString('zh-CN')} 处`,
      isThere: preview.remarks.length > 0,
      children: (
        <div className="imports-rejected">
          <RowReasons label="要留意的行" rows={preview.remarks} />
        </div>
      ),
    },
    {
      key: 'changed',
      label: `更新的${preview.recordLabel} ${changed.toLocaleString('zh-CN')}`,
      isThere: preview.changed.length > 0,
      children: (
        <ChangedList changed={preview.changed} changedGroups={preview.changedGroups} onOpen={onOpen} />
      ),
    },
  ];
  const items = tabs
    .filter(({ isThere }) => isThere)
    .map(({ key, label, children }) => ({ key, label, children }));
  return (
    <div className="imports-details">
      {items.length === 0 ? <p className="muted">只有新增的行</p> : <Tabs size="small" items={items} />}
    </div>
  );
}
