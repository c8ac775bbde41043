import { Button, Select, Tabs } from 'antd';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { ImportJob, ImportPreview } from '../../../shared/ipc/contract/program/import-contract.ts';
import { useAppState, useShop } from '../../lib/main-process/app-state.ts';
import type { OpenSubject } from '../../lib/place/navigation.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { useFeedback } from '../../ui/feedback.tsx';
import { ChangedList } from './changed-list.tsx';
import { CountTiles } from './count-line.tsx';
import { useChangeShop, useCommitImport, useDismissImport } from './mutations.ts';
import { PreviewNotes } from './preview-notes.tsx';
import { RejectedTable } from './rejected-table.tsx';
import { RowReasons } from './row-reasons.tsx';
import { useFocusWhen } from './use-focus-when.ts';

type PreviewPanelProps = {
  readonly job: ImportJob;
  readonly preview: ImportPreview;
  readonly takesFocus: boolean;
  readonly onOpen: OpenSubject;
};

function Evidence({ job, preview, onOpen }: Omit<PreviewPanelProps, 'takesFocus'>) {
  const { rejected, changed } = preview.counts;
  const tabs = [
    {
      key: 'rejected',
      label: `拒绝的行 ${rejected.toLocaleString('zh-CN')}`,
      isThere: rejected > 0,
      children: <RejectedTable jobId={job.id} rows={preview.rejected} total={rejected} />,
    },
    {
      key: 'remarks',
      label: `要留意的行 ${preview.remarks.length.toLocaleString('zh-CN')}`,
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
      children: <ChangedList changed={preview.changed} total={changed} onOpen={onOpen} />,
    },
  ];
  const items = tabs
    .filter(({ isThere }) => isThere)
    .map(({ key, label, children }) => ({ key, label, children }));
  return items.length === 0 ? null : <Tabs className="imports-evidence" items={items} />;
}

function commitLabel({ counts }: ImportPreview, fits: boolean): string {
  if (!fits) return '平台不符，不能导入';
  const written = counts.new + counts.changed;
  return written === 0 ? '没有新内容' : `导入 ${written.toLocaleString('zh-CN')} 行`;
}

function Decision({ job, preview, takesFocus }: Omit<PreviewPanelProps, 'onOpen'>) {
  const feedback = useFeedback();
  const commit = useCommitImport();
  const dismiss = useDismissImport();
  const shop = useShop(job.shopId);
  const fits = shop === undefined || preview.platforms.includes(shop.platform);
  const hasContent = fits && preview.counts.new + preview.counts.changed > 0;
  // The preview is here to be decided on: Enter says yes.
  const button = useFocusWhen(takesFocus);
  return (
    <footer className="imports-decision">
      <Button
        {...(hasContent ? { ref: button } : {})}
        type="primary"
        disabled={!hasContent || commit.isPending}
        onClick={() => commit.mutate(job.id, { onError: (error) => feedback.fail(error) })}
      >
        {commitLabel(preview, fits)} {hasContent && takesFocus && <Kbd keys="Enter" />}
      </Button>
      <Button {...(hasContent ? {} : { ref: button })} onClick={() => dismiss.mutate(job.id)}>
        不导入
      </Button>
      {preview.counts.rejected > 0 && hasContent && (
        <span className="muted">拒绝的行不会写入，其余照常导入</span>
      )}
    </footer>
  );
}

/** The file as it would be imported, and the one decision about it. */
export function PreviewPanel({ job, preview, takesFocus, onOpen }: PreviewPanelProps) {
  const { shops } = useAppState();
  const feedback = useFeedback();
  const changeShop = useChangeShop();
  const change = (shopId: ShopId) =>
    changeShop.mutate({ jobId: job.id, shopId }, { onError: (error) => feedback.fail(error) });
  return (
    <div className="imports-preview">
      <div className="imports-preview-facts">
        <span>{preview.formatLabel}</span>
        <div className="imports-source-shop">
          <span className="muted">导入到</span>
          <Select<ShopId>
            aria-label={`${job.fileName} 的店铺`}
            popupMatchSelectWidth={false}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
            value={job.shopId}
            onChange={change}
          />
        </div>
      </div>
      <CountTiles counts={preview.counts} />
      <PreviewNotes job={job} preview={preview} onShop={change} />
      <Evidence job={job} preview={preview} onOpen={onOpen} />
      <Decision job={job} preview={preview} takesFocus={takesFocus} />
    </div>
  );
}
