import type { AgentId } from '../../shared/domain/ids.ts';
import type { ScriptExportFormat } from '../../shared/domain/scripts/script-file.ts';
import { beijingDate } from '../../shared/time/beijing.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { ScriptFileDesk } from './script-file-desk.ts';

type Dependencies = {
  readonly desk: ScriptFileDesk;
  readonly who: () => { readonly agentId: AgentId | null; readonly isApprovalRequired: boolean };
  readonly chooseScriptFile: () => Promise<string | null>;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly clock: Clock;
  /** The library has changed. */
  readonly changed: () => void;
};

const FILE_NAMES = {
  xlsx: (date) => `话术-${date}.xlsx`,
  csv: (date) => `话术-${date}.csv`,
  qianniu: (date) => `千牛快捷短语-${date}.csv`,
  v3: (date) => `V3快捷短语-${date}.csv`,
  feiniu: (date) => `飞牛快捷短语-${date}.csv`,
} as const satisfies Record<ScriptExportFormat, (date: string) => string>;

export function createScriptFileHandlers(dependencies: Dependencies) {
  const { desk, who, chooseScriptFile, chooseTarget, clock, changed } = dependencies;

  return {
    'scriptFiles.choose': () => chooseScriptFile(),
    'scriptFiles.preview': (request) => desk.preview(request, who()),
    'scriptFiles.import': async ({ request, sha256 }) => {
      const result = await desk.import(request, sha256, who());
      if (result.kind === 'imported' && result.importId !== null) changed();
      return result;
    },
    'scriptFiles.cancel': async () => {
      await desk.cancelAll();
      return undefined;
    },
    'scriptFiles.undo': async ({ importId }) => {
      const undone = await desk.undo(importId, who().agentId);
      changed();
      return undone;
    },
    'scriptFiles.export': async ({ format, ids }) => {
      const path = await chooseTarget(FILE_NAMES[format](beijingDate(clock.now())));
      return path === null ? null : await desk.export({ path, format, ids }, who());
    },
  } satisfies Partial<Handlers>;
}
