import type { AppSettings } from '../shared/domain/app-settings.ts';
import { APP_SCOPE, type SettingsScope } from '../shared/domain/settings/scope.ts';
import type { SubjectRef } from '../shared/domain/subject.ts';
import type { AppState } from '../shared/ipc/contract/session-contract.ts';
import { beijingDate } from '../shared/time/beijing.ts';
import { createAppHandlers } from './app/app-handlers.ts';
import type { AppPreferences } from './app/app-preferences.ts';
import { createJobHandlers } from './app/job-handlers.ts';
import { createChaseHandlers } from './chasing/chase-handlers.ts';
import { createConcessionHandlers } from './concessions/concession-handlers.ts';
import type { Core } from './core.ts';
import { createDiagnosticsHandlers } from './diagnostics/diagnostics-handlers.ts';
import type { Findings } from './diagnostics/pack-diagnostics.ts';
import { createExportHandlers } from './exports/export-handlers.ts';
import { saveFile } from './exports/save-file.ts';
import type { ImportDesk } from './imports/import-desk.ts';
import { createImportHandlers, type FileOffer } from './imports/import-handlers.ts';
import type { Handlers } from './ipc/answer-calls.ts';
import { createActivityHandlers } from './kernel/activities/activity-handlers.ts';
import type { JobRunner } from './kernel/jobs/job-runner.ts';
import { createSubjectHandlers } from './kernel/subjects/subject-handlers.ts';
import { createTaskHandlers } from './kernel/tasks/task-handlers.ts';
import { createOrderHandlers } from './orders/order-handlers.ts';
import { type ClipboardPort, createClipboardKeeper } from './palette/clipboard-keeper.ts';
import { createFollowedOccasion } from './palette/followed-occasion.ts';
import { createPaletteContext } from './palette/palette-context.ts';
import { createPaletteHandlers } from './palette/palette-handlers.ts';
import type { Dialogs } from './platform/dialogs.ts';
import { inTurns } from './platform/in-turns.ts';
import { createReportHandlers } from './reports/report-handlers.ts';
import {
  createLibraryChanged,
  createScriptLibraryHandlers,
  type ScriptSurroundings,
} from './script-library-handlers.ts';
import { createSessionHandlers } from './session/session-handlers.ts';
import { createSettingsHandlers } from './settings/settings-handlers.ts';
import { createShopHandlers } from './shops/shop-handlers.ts';
import { createUpdateHandlers } from './updates/update-handlers.ts';
import type { Updates } from './updates/updates.ts';

/** What the handlers need of the program around the core. */
export type Surroundings = ScriptSurroundings & {
  readonly version: string;
  readonly preferences: AppPreferences;
  readonly dialogs: Dialogs;
  readonly clipboard: ClipboardPort;
  readonly jobs: JobRunner;
  /** The tasks of shops with new settings are worked out anew, behind the screens. */
  readonly keepTasksCurrent: () => void;
  readonly desk: ImportDesk;
  readonly offers: { list(): readonly FileOffer[]; decline(path: string): void };
  readonly updates: Updates;
  /** What diagnostics say of the program and of the store. */
  readonly readProgram: () => Promise<Pick<Findings, 'program' | 'store' | 'logs'>>;
  readonly showInFolder: (path: string) => void;
  readonly reportBug: (what: string, error: unknown) => void;
  readonly isHotkeyRefused: () => boolean;
  readonly testReminder: () => { isSupported: boolean };
  readonly hidePalette: () => void;
  /** Theme, hotkey, watched folder and start at login follow the settings. */
  readonly applySettings: (settings: AppSettings) => void;
  /** Reminders are looked at anew, and the tray with them. */
  readonly refreshReminders: () => void;
};

/** One function per channel, each domain giving its part; a missing one does not compile. */
export function createHandlers(core: Core, surroundings: Surroundings): Handlers {
  const { clock, stores, session, shops, sample, inTransaction } = core;
  const { broadcast, preferences, dialogs, jobs, desk, offers, refreshReminders } = surroundings;
  const requireAgentId = () => session.requireAgentId();
  const requireActor = () => ({ agentId: requireAgentId(), nowMs: clock.now() });

  const libraryChanged = createLibraryChanged(core, surroundings);
  const clipboardKeeper = createClipboardKeeper(surroundings.clipboard);
  const followed = createFollowedOccasion({
    agentId: session.currentAgentId,
    forget: clipboardKeeper.forget,
  });

  function appChanged(): void {
    followed.agentChanged();
    broadcast('app.changed', undefined);
  }
  /** Shops or settings: whatever is shown may look different, and be due at another time. */
  function everythingChanged(): void {
    refreshReminders();
    appChanged();
  }
  function settingsChanged(scope: SettingsScope): void {
    if (scope === APP_SCOPE) surroundings.applySettings(preferences.current());
    else surroundings.keepTasksCurrent();
    everythingChanged();
  }
  function subjectsChanged(subjects: readonly SubjectRef[] | 'many'): void {
    refreshReminders();
    broadcast('subjects.changed', { subjects: subjects === 'many' ? subjects : [...subjects] });
  }

  function appState(): AppState {
    const allShops = shops.list();
    const agents = stores.agents.list();
    return {
      version: surroundings.version,
      isFirstRun: allShops.length === 0 || agents.length === 0,
      shops: allShops,
      agents,
      currentAgentId: session.currentAgentId(),
      lastAgentId: session.lastAgentId(),
      settings: preferences.current(),
      doNotDisturbUntilMs: preferences.doNotDisturbUntilMs(),
      isHotkeyRefused: surroundings.isHotkeyRefused(),
      nowMs: clock.now(),
    };
  }

  function currentAgent() {
    const id = session.currentAgentId();
    return (id === null ? undefined : stores.agents.get(id)) ?? null;
  }
  const findOrders = (text: string) =>
    stores.orderList.page({ shopId: null, status: null, text, sort: 'newest', offset: 0, limit: 20 }).orders;

  return {
    ...createAppHandlers({
      appState,
      setUp: ({ shop, agent, withSample }) =>
        inTransaction(() => {
          shops.add(shop);
          if (withSample) sample.install();
          // Whoever sets the workstation up answers for it.
          return session.addAgent({ ...agent, role: 'manager', pin: agent.pin }).id;
        }),
      signIn: (agentId, pin) => void session.signIn(agentId, pin),
      testReminder: surroundings.testReminder,
      pauseReminders(untilMs) {
        preferences.pauseUntil(untilMs);
        refreshReminders();
      },
      changed: everythingChanged,
    }),
    ...createSessionHandlers({ session, changed: appChanged }),
    ...createShopHandlers({
      shops,
      installSample: sample.install,
      removeSample: sample.remove,
      changed: everythingChanged,
    }),
    ...createSettingsHandlers({
      settings: core.settings,
      actor: () => ({ agentId: session.currentAgentId(), nowMs: clock.now() }),
      requireLeadIfAny: session.requireLeadIfAny,
      chooseFolder: dialogs.chooseFolder,
      changed: settingsChanged,
    }),
    ...createTaskHandlers({
      queue: core.queue,
      actions: core.taskActions,
      tasks: stores.tasks,
      inTurns,
      clock,
      requireActor,
      changed: subjectsChanged,
    }),
    ...createActivityHandlers({
      undoActivity: core.undoActivity,
      requireActor,
      changed: subjectsChanged,
      tablesChanged(tables) {
        if ([...tables].some((table) => table.startsWith('script'))) libraryChanged();
      },
    }),
    ...createSubjectHandlers({
      subjects: core.subjects,
      shops: stores.shops,
      tasks: stores.tasks,
      timeline: (subject, limit) => stores.activities.timeline(subject, { limit }),
      addNote: core.addNote,
      requireAgentId,
      clock,
      changed: subjectsChanged,
    }),
    ...createChaseHandlers({
      chasing: core.chasing,
      previewLadder: core.previewLadder,
      requireActor,
      changed: subjectsChanged,
    }),
    ...createConcessionHandlers({
      concessions: core.concessions,
      orderIdOf: (id) => stores.concessions.get(id)?.orderId ?? null,
      requireAgentId,
      currentAgentId: session.currentAgentId,
      clock,
      changed: subjectsChanged,
    }),
    ...createOrderHandlers({
      view: core.orderView,
      page(query) {
        const { orders, total } = stores.orderList.page({ ...query, text: query.text.trim() });
        return { rows: orders.map(core.orderView.lineOf), total };
      },
      find: (text) => (text.trim() === '' ? [] : findOrders(text.trim()).map(core.orderView.lineOf)),
      editCustomer: core.editCustomer,
      requireAgentId,
      clock,
      customerChanged: (id) => broadcast('subjects.changed', { subjects: [{ kind: 'customer', id }] }),
    }),
    ...createScriptLibraryHandlers(core, {
      ...surroundings,
      agent: currentAgent,
      clipboard: clipboardKeeper,
    }),
    ...createPaletteHandlers({
      context: createPaletteContext({
        clipboardText: async () =>
          preferences.current().palette.readsClipboard ? await clipboardKeeper.readText() : '',
        orders: stores.orders,
        shops: stores.shops,
        findOrders,
        followed: followed.current,
      }),
      keeper: clipboardKeeper,
      clock,
      follow: followed.follow,
      hide: surroundings.hidePalette,
    }),
    ...createImportHandlers({
      desk,
      chooseFiles: dialogs.chooseFiles,
      chooseTarget: dialogs.chooseTarget,
      start: jobs.start,
      runs: stores.importRuns,
      formatNamed: core.fileCatalogue.formatNamed,
      offers,
    }),
    ...createJobHandlers({ jobs }),
    ...createUpdateHandlers({
      updates: surroundings.updates,
      chooseFolder: dialogs.chooseUpdateFolder,
      requireLead: session.requireLead,
    }),
    ...createDiagnosticsHandlers({
      collect: async () => ({
        ...(await surroundings.readProgram()),
        nowMs: clock.now(),
        settings: preferences.current(),
        updateSource: surroundings.updates.state().source,
        shops: shops.list(),
        agents: stores.agents.list(),
      }),
      chooseTarget: dialogs.chooseTarget,
      saveFile,
      showInFolder: surroundings.showInFolder,
      reportBug: surroundings.reportBug,
      today: () => beijingDate(clock.now()),
    }),
    ...createExportHandlers({
      start: jobs.start,
      chooseTarget: dialogs.chooseTarget,
      currentAgentId: session.currentAgentId,
      clock,
    }),
    ...createReportHandlers({ start: jobs.start, chooseTarget: dialogs.chooseTarget, clock }),
  };
}
