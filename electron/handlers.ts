import { beijingDate } from '../shared/time/beijing.ts';
import { createAppHandlers } from './app/app-handlers.ts';
import { createAppState } from './app/app-state.ts';
import { createJobHandlers } from './app/job-handlers.ts';
import { createWindowHandlers } from './app/window-handlers.ts';
import { createBackupHandlers } from './backups/backup-handlers.ts';
import { createChaseHandlers } from './chasing/chase-handlers.ts';
import { createConcessionHandlers } from './concessions/concession-handlers.ts';
import type { Core } from './core.ts';
import { createDiagnosticsHandlers } from './diagnostics/diagnostics-handlers.ts';
import { createEdge, type Surroundings } from './edge.ts';
import { createExportHandlers } from './exports/export-handlers.ts';
import { saveFile } from './exports/save-file.ts';
import { createSavedFileHandlers } from './exports/saved-files.ts';
import { createImportHandlers } from './imports/import-handlers.ts';
import type { Handlers } from './ipc/answer-calls.ts';
import { joinDistinct } from './join-distinct.ts';
import { createAnnounceUndone } from './joins/announce-undone.ts';
import { createDutyHandlers } from './joins/duty-handlers.ts';
import { createScriptLibraryHandlers } from './joins/scripts/script-library-handlers.ts';
import { createActivityHandlers } from './kernel/activities/activity-handlers.ts';
import { createSubjectHandlers } from './kernel/subjects/subject-handlers.ts';
import { createTaskHandlers } from './kernel/tasks/task-handlers.ts';
import { createPaletteContext } from './palette/palette-context.ts';
import { createPaletteHandlers } from './palette/palette-handlers.ts';
import { createProductHandlers } from './products/product-handlers.ts';
import { createNoticeHandlers } from './reminders/notice-handlers.ts';
import { createReportHandlers } from './reports/report-handlers.ts';
import { createRosterHandlers } from './roster/roster-handlers.ts';
import { createSessionHandlers } from './session/session-handlers.ts';
import { createSettingsHandlers } from './settings/settings-handlers.ts';
import { createShopHandlers } from './shops/shop-handlers.ts';
import { makeAll } from './subject-domains.ts';
import { createTodayHandlers } from './today/today-handlers.ts';
import { createUpdateHandlers } from './updates/update-handlers.ts';

/** One function per channel, each domain giving its part; a missing one does not compile. */
export function createHandlers(core: Core, surroundings: Surroundings): Handlers {
  const edge = createEdge(core, surroundings);
  const { clock, stores, session, preferences, followed, everythingChanged } = edge;

  return joinDistinct([
    createAppHandlers({ ...edge, appState: createAppState({ ...edge, agents: stores.agents }) }),
    createSessionHandlers({ ...edge, session, changed: edge.appChanged }),
    createShopHandlers({ ...edge, changed: everythingChanged }),
    createSettingsHandlers({
      ...edge,
      actor: edge.currentActor,
      requireLeadIfAny: session.requireLeadIfAny,
      changed: edge.settingsChanged,
    }),
    createTaskHandlers(edge),
    createTodayHandlers(edge),
    createActivityHandlers({ ...edge, undone: createAnnounceUndone(edge) }),
    createSubjectHandlers({ ...edge, shops: stores.shops }),
    createDutyHandlers(edge),
    createProductHandlers({ ...edge, productNames: stores.productNames }),
    makeAll('handlers', edge),
    createRosterHandlers(edge),
    createChaseHandlers(edge),
    createConcessionHandlers(edge),
    createScriptLibraryHandlers(edge),
    createPaletteHandlers({
      ...edge,
      paletteContext: createPaletteContext({
        ...edge,
        shops: stores.shops,
        clipboardText: edge.clipboardText,
        followed: followed.current,
      }),
      follow: followed.follow,
    }),
    createImportHandlers({ ...edge, saveFile }),
    createJobHandlers(edge),
    createWindowHandlers(edge),
    createSavedFileHandlers(edge.savedFiles, edge),
    createNoticeHandlers(edge),
    createExportHandlers(edge),
    createReportHandlers(edge),
    createBackupHandlers({
      ...edge,
      chooseFolder: edge.chooseBackupFolder,
      requireLead: session.requireLead,
    }),
    createUpdateHandlers({
      ...edge,
      chooseFolder: edge.chooseUpdateFolder,
      requireLead: session.requireLead,
    }),
    createDiagnosticsHandlers({
      ...edge,
      collect: async () => ({
        ...(await edge.readProgram()),
        nowMs: clock.now(),
        settings: preferences.current(),
        updateSource: edge.updates.state().source,
        shops: edge.shops.list(),
        agents: stores.agents.list(),
      }),
      saveFile,
      today: () => beijingDate(clock.now()),
    }),
  ]);
}
