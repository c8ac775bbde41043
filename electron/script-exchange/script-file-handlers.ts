import type { AgentId } from '../../shared/domain/ids.ts';
import type { ScriptExportFormat } from '../../shared/domain/script-file.ts';
import { AppError } from '../../shared/errors.ts';
import { beijingDate } from '../../shared/time/beijing.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { ScriptFileJobs } from './script-file-jobs.ts';

type Dependencies = {
  readonly jobs: ScriptFileJobs;
  readonly who: () => { readonly agentId: AgentId | null; readonly isApprovalRequired: boolean };
  readonly chooseScriptFile: () => Promise<string | null>;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly clock: Clock;
  /** The library is another one now. */
  readonly changed: () => void;
};

const FILE_NAMES = {
  xlsx: (date) => `话术-${date}.xlsx`,
  csv: (date) => `话术-${date}.csv`,
  qianniu: (date) => `千牛快捷短语-${date}.csv`,
  v3: (date) => `V3快捷短语-${date}.csv`,
  feiniu: (date) => `飞牛快捷短语-${date}.csv`,
} as const satisfies Record<ScriptExportFormat, (date: string) => string>;

/** A worker answers what it was asked for. */
function unexpected(): never {
  throw new AppError('internal', '程序内部错误');
}

export function createScriptFileHandlers(dependencies: Dependencies) {
  const { jobs, who, chooseScriptFile, chooseTarget, clock, changed } = dependencies;

  return {
    'scriptFiles.choose': () => chooseScriptFile(),
    'scriptFiles.preview': async (request) => {
      const result = await jobs.run({ kind: 'preview', request, who: who() });
      if (result.kind === 'previewed') return result.preview;
      return result.kind === 'unreadable' || result.kind === 'cancelled' ? result : unexpected();
    },
    'scriptFiles.import': async ({ request, sha256 }) => {
      const result = await jobs.run({ kind: 'import', request, sha256, who: who() });
      if (result.kind === 'imported') {
        if (result.importId !== null) changed();
        return result;
      }
      return result.kind === 'unreadable' || result.kind === 'cancelled' ? result : unexpected();
    },
    'scriptFiles.cancel': async () => {
      await jobs.cancelAll();
      return undefined;
    },
    'scriptFiles.undo': async ({ importId }) => {
      const result = await jobs.run({ kind: 'undo', importId, agentId: who().agentId });
      if (result.kind !== 'undone') return unexpected();
      changed();
      return result;
    },
    'scriptFiles.export': async ({ format, ids }) => {
      const path = await chooseTarget(FILE_NAMES[format](beijingDate(clock.now())));
      if (path === null) return null;
      const result = await jobs.run({ kind: 'export', request: { path, format, ids }, who: who() });
      return result.kind === 'exported' ? result : unexpected();
    },
  } satisfies Partial<Handlers>;
}
