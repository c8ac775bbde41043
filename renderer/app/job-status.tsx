import { CloseOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ListedJob } from '../../shared/ipc/contract/program/job-contract.ts';
import { call } from '../lib/main-process/ipc.ts';
import { formatDuration, percentOf } from '../lib/time/format.ts';
import { useFeedback } from '../ui/feedback.tsx';
import { shellQueries } from './shell/queries.ts';

/** More would push the rest of the header away. */
const SHOWN = 2;

function useCancelJob() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: ({ id }: ListedJob) => call('jobs.cancel', { id }),
    onSuccess: (_nothing, { title, stopNote }) => feedback.done(stopNote ?? `已取消${title}`),
    onError: (error) => feedback.fail(error),
  });
}

function JobNote({ job }: { readonly job: ListedJob }) {
  const cancel = useCancelJob();
  const { title, isWaiting, timeLeftMs } = job;
  const percent = percentOf(job);
  const state = percent === null ? '进行中' : `${percent}%`;
  return (
    <li className="job-note">
      <span
        className="truncate numeric"
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        title={timeLeftMs === null ? title : `${title}，剩余约 ${formatDuration(timeLeftMs)}`}
      >
        {title} {isWaiting ? '等待中' : state}
      </span>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden="true" />}
        aria-label={`取消${title}`}
        disabled={cancel.isPending}
        onClick={() => cancel.mutate(job)}
      />
    </li>
  );
}

/** Shows the jobs behind the screens: exports, and tasks that follow new settings. */
export function JobStatus() {
  const { data: jobs = [] } = useQuery(shellQueries.jobs());
  if (jobs.length === 0) return null;
  const moreCount = jobs.length - SHOWN;
  return (
    <ul className="job-status" aria-label="后台任务">
      {jobs.slice(0, SHOWN).map((job) => (
        <JobNote key={job.id} job={job} />
      ))}
      {moreCount > 0 && <li className="muted">另有 {moreCount} 项</li>}
    </ul>
  );
}
