import { Button, Popover } from 'antd';
import { useState } from 'react';
import type { ListedRun } from '../../../shared/ipc/contract/program/import-contract.ts';
import { DAY, MINUTE } from '../../../shared/time/durations.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useFeedback } from '../../ui/feedback.tsx';
import { COUNT_LABELS, type CountKind } from './count-labels.ts';
import { useUndoImports } from './mutations.ts';

const SHOWN_FOR_MS = 30 * DAY;

const count = (value: number) => value.toLocaleString('zh-CN');

function undoSentence({ counts }: ListedRun): string {
  const parts = [
    counts.new > 0 ? `删除新增的 ${count(counts.new)} 行` : '',
    counts.changed > 0 ? `还原更新的 ${count(counts.changed)} 行` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '这次导入没有写入内容。' : `将${parts.join('，')}。`;
}

function UndoButton({ run }: { readonly run: ListedRun }) {
  const [isOpen, setIsOpen] = useState(false);
  const feedback = useFeedback();
  const undo = useUndoImports({
    onSuccess: () => feedback.done(`已撤销导入「${run.fileName}」`),
    onError: () => undefined, // The question itself says why.
  });
  const confirm = () => undo.mutate([run.id], { onSuccess: () => setIsOpen(false) });
  const change = (next: boolean) => {
    setIsOpen(next);
    undo.reset();
  };
  const question = (
    <div className="imports-undo">
      <p>{undoSentence(run)}</p>
      {undo.error && <ErrorNote error={undo.error} />}
      <div className="imports-undo-buttons">
        <Button size="small" danger autoFocus disabled={undo.isPending} onClick={confirm}>
          撤销导入
        </Button>
        <Button size="small" onClick={() => change(false)}>
          保留
        </Button>
      </div>
    </div>
  );
  return (
    <Popover
      trigger="click"
      placement="topRight"
      destroyOnHidden
      open={isOpen}
      onOpenChange={change}
      title={run.fileName}
      content={question}
    >
      <Button size="small" type="link" aria-label={`撤销导入 ${run.fileName}`}>
        撤销
      </Button>
    </Popover>
  );
}

function Figure({ kind, value }: { readonly kind: CountKind; readonly value: number }) {
  return (
    <span className="imports-count numeric" data-kind={kind} data-zero={value === 0}>
      {COUNT_LABELS[kind]} {count(value)}
    </span>
  );
}

function RunLine({ run }: { readonly run: ListedRun }) {
  const { shops, agents } = useAppState();
  const nowMs = useNow(MINUTE);
  const shop = shops.find(({ id }) => id === run.shopId);
  const agent = agents.find(({ id }) => id === run.agentId);
  // The sample goes as a whole, in the settings.
  const isUndoable = run.undoneAtMs === null && shop?.isSample !== true;
  const whose = [shops.length > 1 ? shop?.name : undefined, agent?.name].filter((name) => name !== undefined);
  return (
    <li data-undone={run.undoneAtMs !== null || undefined}>
      <span className="numeric muted">{formatMoment(run.atMs, nowMs)}</span>
      <span className="truncate imports-run-file" title={`${run.fileName} · ${run.formatLabel}`}>
        {run.fileName}
      </span>
      <span className="truncate muted">{whose.join(' · ')}</span>
      <Figure kind="new" value={run.counts.new} />
      <Figure kind="changed" value={run.counts.changed} />
      <Figure kind="rejected" value={run.counts.rejected} />
      <span>
        {isUndoable ? (
          <UndoButton run={run} />
        ) : (
          run.undoneAtMs !== null && <span className="muted">已撤销</span>
        )}
      </span>
    </li>
  );
}

/** Before the first import: where the file comes from. */
function FirstImportHint() {
  return (
    <EmptyState
      title="还没有导入"
      hint={
        <ol className="imports-steps">
          <li>在千牛打开「交易 → 已卖出的宝贝」</li>
          <li>选好下单时间，点「批量导出」生成订单报表</li>
          <li>生成后点「下载」，把下载的文件拖到窗口里</li>
        </ol>
      }
    />
  );
}

type Props = {
  readonly runs: readonly ListedRun[];
  /** No file is on its way in. */
  readonly isAlone: boolean;
};

/** Every file that came in within a month, and the way back. */
export function ImportHistory({ runs, isAlone }: Props) {
  const nowMs = useNow(DAY);
  const [areAllShown, setAllShown] = useState(false);
  if (runs.length === 0) return isAlone && <FirstImportHint />;
  const shown = areAllShown ? runs : runs.filter(({ atMs }) => atMs > nowMs - SHOWN_FOR_MS);
  return (
    <section className="imports-history" aria-label="导入记录">
      <h2>导入记录</h2>
      <ul>
        {shown.map((run) => (
          <RunLine key={run.id} run={run} />
        ))}
      </ul>
      {shown.length < runs.length && (
        <Button type="link" size="small" onClick={() => setAllShown(true)}>
          更早的 {runs.length - shown.length} 次
        </Button>
      )}
    </section>
  );
}
