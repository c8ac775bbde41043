import type { AgentId } from '../../shared/domain/ids.ts';
import { beijingDate } from '../../shared/time/beijing.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { StartJob } from '../kernel/jobs/job-runner.ts';
import { isDone } from '../kernel/jobs/outcome.ts';
import { exportJob } from './export-jobs.ts';

const NAMES = { orders: '订单', tasks: '待办', scripts: '话术', wording: '用语检查' } as const;

type Dependencies = {
  readonly start: StartJob;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly currentAgentId: () => AgentId | null;
  readonly clock: Clock;
};

export function createExportHandlers({ start, chooseTarget, currentAgentId, clock }: Dependencies) {
  return {
    /** Nothing is read before the agent has said where to. */
    'exports.save': async ({ what, format, shopId }) => {
      const path = await chooseTarget(`${NAMES[what]}-${beijingDate(clock.now())}.${format}`);
      if (path === null) return null;
      const input = { path, what, shopId, agentId: currentAgentId() };
      const job = start(exportJob, input, { title: `导出${NAMES[what]}` });
      return isDone(await job.result) ? path : null;
    },
  } satisfies Partial<Handlers>;
}
