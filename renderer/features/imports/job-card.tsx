import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/errors.ts';
import type { ImportJob, ImportJobState } from '../../../shared/ipc/contract/program/import-contract.ts';
import { useShop } from '../../lib/main-process/app-state.ts';
import { type OpenSubject, useNavigation } from '../../lib/place/navigation.ts';
import { formatDuration, percentOf } from '../../lib/time/format.ts';
import { Tag } from '../../ui/facts/tag.tsx';
import { CountLine } from './count-line.tsx';
import { LeftOutNote } from './left-out-note.tsx';
import { useCancelImport, useDismissImport } from './mutations.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { useFocusWhen } from './use-focus-when.ts';

type StateOf<K extends ImportJobState['kind']> = Extract<ImportJobState, { kind: K }>;

function Working({ job, state }: { readonly job: ImportJob; readonly state: StateOf<'working'> }) {
  const cancel = useCancelImport();
  const { timeLeftMs, phase } = state;
  return (
    <div className="imports-working">
      <span>{phase === 'preview' ? '正在读取' : '正在写入'}</span>
      <Progress percent={percentOf(state) ?? 0} size="small" aria-label={`${job.fileName} 进度`} />
      <span className="muted numeric">
        {timeLeftMs === null ? '正在估算剩余时间' : `剩余约 ${formatDuration(timeLeftMs)}`}
      </span>
      <Button onClick={() => cancel.mutate(job.id)}>取消</Button>
    </div>
  );
}

/** Shows the outcome, and one button that takes the job off the list. */
function Ended({
  job,
  children,
  hint,
  action,
}: {
  readonly job: ImportJob;
  readonly children: ReactNode;
  readonly hint?: string;
  readonly action?: ReactNode;
}) {
  const dismiss = useDismissImport();
  return (
    <div className="imports-ended" role="status">
      <div className="imports-ended-words">
        <div>{children}</div>
        {hint !== undefined && <p className="muted">{hint}</p>}
      </div>
      {action}
      <Button onClick={() => dismiss.mutate(job.id)}>关闭</Button>
    </div>
  );
}

function Committed({
  job,
  state,
  takesFocus,
}: {
  readonly job: ImportJob;
  readonly state: StateOf<'committed'>;
  readonly takesFocus: boolean;
}) {
  const { openScreen } = useNavigation();
  const button = useFocusWhen(takesFocus);
  return (
    <Ended
      job={job}
      action={
        <Button ref={button} type="primary" onClick={() => openScreen('workbench')}>
          查看待办
        </Button>
      }
    >
      <Tag tone="success">已导入</Tag> <CountLine counts={state.run.counts} />
      <LeftOutNote leftOut={state.leftOut} />
    </Ended>
  );
}

const WHAT_TO_DO =
  '请确认这是平台后台导出的订单、宝贝或退款（售后）报表（CSV 或 Excel），没有打开密码；在其他软件中打开的先关闭，再重新导入。';

type JobProps = {
  readonly job: ImportJob;
  /** Enter presses the button of this card. */
  readonly takesFocus: boolean;
  readonly onOpen: OpenSubject;
};

function JobBody({ job, takesFocus, onOpen }: JobProps) {
  const { state } = job;
  switch (state.kind) {
    case 'working':
      return <Working job={job} state={state} />;
    case 'previewed':
      return <PreviewPanel job={job} preview={state.preview} takesFocus={takesFocus} onOpen={onOpen} />;
    case 'committed':
      return <Committed job={job} state={state} takesFocus={takesFocus} />;
    case 'cancelled':
      return <Ended job={job}>已取消，没有写入任何数据</Ended>;
    case 'unreadable':
      return (
        <Ended job={job} hint={WHAT_TO_DO}>
          <Tag tone="danger">无法读取</Tag> {state.reason}
        </Ended>
      );
    case 'failed':
      return (
        <Ended job={job} hint="没有写入任何数据，可以重新导入。">
          <Tag tone="danger">导入失败</Tag> {state.reason}
        </Ended>
      );
    default:
      return assertNever(state);
  }
}

/** One file on its way in. */
export function JobCard(props: JobProps) {
  const { job } = props;
  const shop = useShop(job.shopId);
  return (
    <section className="imports-job" aria-label={job.fileName}>
      <header className="imports-job-head">
        <h2 className="truncate" title={job.fileName}>
          {job.fileName}
        </h2>
        {job.state.kind !== 'previewed' && <span className="muted">{shop?.name}</span>}
      </header>
      <JobBody {...props} />
    </section>
  );
}
