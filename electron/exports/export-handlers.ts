import type { AgentId } from '../../shared/domain/ids.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import { createSaveAs, type SaveAsPorts } from '../kernel/jobs/save-as.ts';
import { exportJob } from './export-jobs.ts';

const NAMES = { orders: '订单', tasks: '待办', scripts: '话术', wording: '用语检查' } as const;

type Dependencies = SaveAsPorts & { readonly currentAgentId: () => AgentId | null };

export function createExportHandlers({ currentAgentId, ...ports }: Dependencies) {
  const saveAs = createSaveAs(ports);
  return {
    'exports.save': ({ what, format, shopId }) =>
      saveAs({
        name: NAMES[what],
        format,
        job: exportJob,
        title: `导出${NAMES[what]}`,
        inputFor: (path) => ({ path, what, shopId, agentId: currentAgentId() }),
      }),
  } satisfies Partial<Handlers>;
}
