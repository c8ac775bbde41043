import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Progress, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ShopId } from '../../../../shared/domain/ids.ts';
import { assertNever } from '../../../../shared/errors.ts';
import type { ImportJob } from '../../../../shared/ipc/contract/program/import-contract.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { formatDuration, percentOf } from '../../../lib/time/format.ts';
import { COUNT_KINDS, COUNT_LABELS } from '../count-labels.ts';
import { useCancelImport, useChangeShop, useDismissImport } from '../mutations.ts';
import type { StateOf } from '../sort-jobs.ts';

const WHAT_TO_DO =
  '请确认这是平台后台导出的订单、宝贝或退款（售后）报表（CSV 或 Excel），没有打开密码；在其他软件中打开的先关闭，再重新导入。';

type Props = {
  readonly jobs: readonly ImportJob[];
  /** The file whose rows are shown below its line. */
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly renderDetails: (job: ImportJob) => ReactNode;
};

function Working({ job, state }: { readonly job: ImportJob; readonly state: StateOf<'working'> }) {
  const cancel = useCancelImport();
  const { timeLeftMs, phase } = state;
  return (
    <span className="imports-working">
      {phase === 'preview' ? '检查中' : '写入中'}
      <Progress percent={percentOf(state) ?? 0} size="small" aria-label={`${job.fileName} 进度`} />
      {timeLeftMs !== null && <span className="muted numeric">约 {formatDuration(timeLeftMs)}</span>}
      <Button size="small" aria-label={`取消 ${job.fileName}`} onClick={() => cancel.mutate(job.id)}>
        取消
      </Button>
    </span>
  );
}

function Failed({ title, reason, hint }: Readonly<Record<'title' | 'reason' | 'hint', string>>) {
  return (
    <span className="imports-failed">
      <strong>{title}</strong> {reason}
      <span className="muted"> {hint}</span>
    </span>
  );
}

function Numbers({ state }: { readonly state: StateOf<'previewed'> }) {
  const { counts } = state.preview;
  return COUNT_KINDS.map((kind) => (
    <span
      key={kind}
      role="cell"
      className="imports-count numeric"
      data-kind={kind}
      data-zero={counts[kind] === 0}
    >
      {counts[kind].toLocaleString('zh-CN')}
    </span>
  ));
}

function Outcome({ job }: { readonly job: ImportJob }) {
  const { state } = job;
  switch (state.kind) {
    case 'previewed':
      return <Numbers state={state} />;
    case 'working':
      return (
        <span role="cell" className="imports-wide">
          <Working job={job} state={state} />
        </span>
      );
    case 'unreadable':
      return (
        <span role="cell" className="imports-wide">
          <Failed title="无法读取" reason={state.reason} hint={WHAT_TO_DO} />
        </span>
      );
    case 'failed':
      return (
        <span role="cell" className="imports-wide">
          <Failed title="导入失败" reason={state.reason} hint="没有写入任何数据，可以重新导入。" />
        </span>
      );
    case 'cancelled':
    case 'committed':
      return (
        <span role="cell" className="imports-wide muted">
          已取消，没有写入任何数据
        </span>
      );
    default:
      return assertNever(state);
  }
}

function ShopCell({ job }: { readonly job: ImportJob }) {
  const { shops } = useAppState();
  const changeShop = useChangeShop();
  if (job.state.kind !== 'previewed')
    return <span className="truncate muted">{shops.find(({ id }) => id === job.shopId)?.name}</span>;
  return (
    <Select<ShopId>
      aria-label={`${job.fileName} 的店铺`}
      size="small"
      popupMatchSelectWidth={false}
      options={shops.map(({ id, name }) => ({ value: id, label: name }))}
      value={job.shopId}
      onChange={(shopId) => changeShop.mutate({ jobId: job.id, shopId })}
    />
  );
}

function FileCell({ job, isOpen, onToggle }: RowProps) {
  if (job.state.kind !== 'previewed')
    return (
      <span className="truncate" title={job.fileName}>
        {job.fileName}
      </span>
    );
  return (
    <Button
      type="text"
      size="small"
      className="imports-file"
      aria-expanded={isOpen}
      title={`${job.fileName} · ${job.state.preview.formatLabel}`}
      icon={isOpen ? <DownOutlined /> : <RightOutlined />}
      onClick={onToggle}
    >
      <span className="truncate">{job.fileName}</span>
    </Button>
  );
}

type RowProps = { readonly job: ImportJob; readonly isOpen: boolean; readonly onToggle: () => void };

function Row(props: RowProps) {
  const { job } = props;
  const dismiss = useDismissImport();
  return (
    <div className="imports-check-row" role="row" aria-label={job.fileName}>
      <span role="cell" className="imports-cell-name">
        <FileCell {...props} />
      </span>
      <span role="cell">
        <ShopCell job={job} />
      </span>
      <Outcome job={job} />
      <span role="cell">
        {job.state.kind !== 'working' && (
          <Button
            type="text"
            size="small"
            aria-label={`不导入 ${job.fileName}`}
            title="不导入这个文件"
            onClick={() => dismiss.mutate([job.id])}
          >
            ✕
          </Button>
        )}
      </span>
    </div>
  );
}

const COLUMNS = ['文件', '店铺', ...COUNT_KINDS.map((kind) => COUNT_LABELS[kind]), ''];

/** All files at once, each with its shop and what is in it; the rows of one are shown below its line. */
export function CheckTable({ jobs, openId, onOpen, renderDetails }: Props) {
  return (
    <div className="imports-check" role="table" aria-label="要导入的文件">
      <div className="imports-check-row imports-check-head" role="row">
        {COLUMNS.map((column) => (
          <span key={column} role="columnheader">
            {column === '' ? <span className="visually-hidden">不导入</span> : column}
          </span>
        ))}
      </div>
      {jobs.map((job) => (
        <div key={job.id} role="rowgroup">
          <Row
            job={job}
            isOpen={openId === job.id}
            onToggle={() => onOpen(openId === job.id ? null : job.id)}
          />
          {openId === job.id && (
            <div role="row">
              <div role="cell">{renderDetails(job)}</div>
            </div>
          )}
        </div>
      ))}
    </div>
  );
}
