import { Button, Popover, Table } from 'antd';
import { useState } from 'react';
import type { ListedRun } from '../../../shared/ipc/contract/program/import-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { useFeedback } from '../../ui/feedback.tsx';
import { useUndoImport } from './mutations.ts';

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
  const undo = useUndoImport(() => feedback.done(`已撤销导入「${run.fileName}」`));
  const confirm = () => undo.mutate(run.id, { onSuccess: () => setIsOpen(false) });
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

function useColumns() {
  const { shops, agents } = useAppState();
  const nowMs = useNow(MINUTE);
  // The sample goes as a whole, in the settings.
  const samples = new Set(shops.filter(({ isSample }) => isSample).map(({ id }) => id));
  const isUndoable = (run: ListedRun) => run.undoneAtMs === null && !samples.has(run.shopId);
  const number = (key: 'new' | 'changed' | 'unchanged' | 'rejected', title: string) => ({
    title,
    key,
    align: 'right' as const,
    width: 76,
    render: (_: unknown, { counts }: ListedRun) => (
      <span className="numeric imports-cell-count" data-kind={key} data-zero={counts[key] === 0}>
        {count(counts[key])}
      </span>
    ),
  });
  return [
    {
      title: '文件',
      key: 'file',
      ellipsis: true,
      render: (_: unknown, run: ListedRun) => (
        <span className="imports-cell-file" data-undone={run.undoneAtMs !== null} title={run.fileName}>
          <span className="truncate">{run.fileName}</span>
          {run.undoneAtMs !== null && <Tag>已撤销</Tag>}
        </span>
      ),
    },
    {
      title: '时间',
      key: 'at',
      width: 110,
      render: (_: unknown, { atMs }: ListedRun) => (
        <span className="numeric">{formatMoment(atMs, nowMs)}</span>
      ),
    },
    {
      title: '客服',
      key: 'agent',
      width: 84,
      ellipsis: true,
      render: (_: unknown, { agentId }: ListedRun) => agents.find(({ id }) => id === agentId)?.name ?? '—',
    },
    {
      title: '店铺',
      key: 'shop',
      width: 130,
      ellipsis: true,
      render: (_: unknown, { shopId }: ListedRun) => shops.find(({ id }) => id === shopId)?.name ?? '—',
    },
    {
      title: '格式',
      key: 'format',
      width: 150,
      ellipsis: true,
      render: (_: unknown, { formatLabel }: ListedRun) => formatLabel,
    },
    number('new', '新增'),
    number('changed', '更新'),
    number('unchanged', '无变化'),
    number('rejected', '拒绝'),
    {
      title: <span className="visually-hidden">操作</span>,
      key: 'undo',
      width: 64,
      align: 'right' as const,
      render: (_: unknown, run: ListedRun) => (isUndoable(run) ? <UndoButton run={run} /> : null),
    },
  ];
}

/** Every file that came in, and the way back. */
export function ImportHistory({ runs }: { readonly runs: readonly ListedRun[] }) {
  const columns = useColumns();
  if (runs.length === 0) {
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
  return (
    <section className="imports-history" aria-label="导入记录">
      <h2>导入记录</h2>
      <Table<ListedRun>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={runs}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </section>
  );
}
