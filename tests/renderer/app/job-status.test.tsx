import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { JobStatus } from '../../../renderer/app/job-status.tsx';
import { JobId, type ListedJob } from '../../../shared/ipc/contract/program/job-contract.ts';
import { renderScreen } from '../session/render-screen.tsx';

const aJob = (overrides: Partial<ListedJob> = {}): ListedJob => ({
  id: JobId.parse('1'),
  title: '导出订单',
  stopNote: null,
  isWaiting: false,
  done: 4200,
  total: 10_000,
  timeLeftMs: null,
  ...overrides,
});

function showJobs(jobs: ListedJob[]) {
  return renderScreen(<JobStatus />, {
    prepare({ handlers }) {
      handlers['jobs.list'] = () => jobs;
    },
  });
}

describe('what goes on behind the screens', () => {
  it('is shown with how far it is, and can be cancelled', async () => {
    const { user, main } = showJobs([
      aJob(),
      aJob({ id: JobId.parse('2'), title: '更新待办', isWaiting: true }),
    ]);
    expect(await screen.findByText('导出订单 42%')).toBeDefined();
    expect(screen.getByText('更新待办 等待中')).toBeDefined();
    expect(screen.getByRole('progressbar', { name: '导出订单' }).getAttribute('aria-valuenow')).toBe('42');
    await user.click(screen.getByRole('button', { name: '取消导出订单' }));
    expect(main.inputsOf('jobs.cancel')).toEqual([{ id: '1' }]);
    expect(await screen.findByText('已取消导出订单')).toBeDefined();
  });

  it('follows what main says of it', async () => {
    const jobs = [aJob()];
    const { main } = showJobs(jobs);
    await screen.findByText('导出订单 42%');
    jobs[0] = aJob({ done: 9000 });
    main.emit('jobs.changed', undefined);
    await screen.findByText('导出订单 90%');
    jobs.pop();
    main.emit('jobs.changed', undefined);
    await expect.poll(() => screen.queryByRole('list', { name: '后台任务' })).toBeNull();
  });

  it('shows no number where nobody can tell how much there is', async () => {
    showJobs([aJob({ total: null })]);
    expect(await screen.findByText('导出订单 进行中')).toBeDefined();
    expect(screen.getByRole('progressbar', { name: '导出订单' }).getAttribute('aria-valuenow')).toBeNull();
  });

  it('says what becomes of the rest where the job has something to say', async () => {
    const { user } = showJobs([aJob({ stopNote: '已停止；其余待办在下次启动时更新' })]);
    await user.click(await screen.findByRole('button', { name: '取消导出订单' }));
    expect(await screen.findByText('已停止；其余待办在下次启动时更新')).toBeDefined();
  });

  it('counts what finds no room', async () => {
    showJobs(['1', '2', '3', '4'].map((id) => aJob({ id: JobId.parse(id), title: `导出 ${id}` })));
    expect(await screen.findByText('另有 2 项')).toBeDefined();
    expect(screen.queryByText('导出 3 42%')).toBeNull();
  });
});
