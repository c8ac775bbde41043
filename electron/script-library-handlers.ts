import type { Agent } from '../shared/domain/agent.ts';
import type { ScriptScope } from '../shared/domain/script.ts';
import { mayEdit } from '../shared/domain/script-scope.ts';
import type { AppPreferences } from './app/app-preferences.ts';
import type { Core } from './core.ts';
import type { Broadcast } from './ipc/broadcast.ts';
import { createLearningHandlers } from './learning-handlers.ts';
import type { ClipboardKeeper } from './palette/clipboard-keeper.ts';
import type { Dialogs } from './platform/dialogs.ts';
import { inTurns } from './platform/in-turns.ts';
import type { ScriptFileDesk } from './script-exchange/script-file-desk.ts';
import { createScriptFileHandlers } from './script-exchange/script-file-handlers.ts';
import { createLibraryHandlers } from './scripts/library/library-handlers.ts';
import type { LibraryIndex } from './scripts/library/library-index.ts';
import { createPictureHandlers } from './scripts/picture-handlers.ts';
import { createScriptAccess } from './scripts/script-access.ts';
import { createScriptHandlers } from './scripts/script-handlers.ts';

/** What the script library needs of the program around the core. */
export type ScriptSurroundings = {
  readonly broadcast: Broadcast;
  readonly preferences: AppPreferences;
  readonly dialogs: Dialogs;
  readonly shrinkPicture: (bytes: Uint8Array, bytesAtMost: number) => Uint8Array | null;
  readonly scriptFiles: ScriptFileDesk;
  readonly libraryIndex: LibraryIndex;
};

/** The library is another one: its index is built anew, and every window learns of it. */
export function createLibraryChanged(
  core: Core,
  { libraryIndex, broadcast }: Pick<ScriptSurroundings, 'libraryIndex' | 'broadcast'>,
) {
  return (): void => {
    libraryIndex.drop();
    core.learning.offers.libraryChanged();
    broadcast('scripts.changed', undefined);
  };
}

type AtWork = { readonly agent: () => Agent | null; readonly clipboard: ClipboardKeeper };

/** Writing, finding, copying, exchanging and judging scripts. */
export function createScriptLibraryHandlers(core: Core, surroundings: ScriptSurroundings & AtWork) {
  const { clock, stores, session, shops, scripts, inTransaction } = core;
  const { broadcast, preferences, dialogs, libraryIndex, agent, clipboard } = surroundings;

  const libraryChanged = createLibraryChanged(core, surroundings);

  function mayChange(scope: ScriptScope): boolean {
    const isRequired = preferences.current().scripts.scriptApprovalRequired;
    const who = agent();
    return who === null ? !isRequired : mayEdit({ scope }, who, { isRequired, team: stores.agents.list() });
  }
  const access = createScriptAccess({ scripts: stores.scripts, agent, mayChange });

  return {
    ...createLibraryHandlers({
      scripts: stores.scripts,
      groups: stores.scriptGroups,
      favourites: stores.scriptFavourites,
      shops,
      service: scripts.service,
      groupService: scripts.groups,
      access,
      recordStroke: scripts.recordStroke,
      clock,
      inTransaction,
      inTurns,
      changed: libraryChanged,
      favouritesChanged: scripts.favourites.drop,
    }),
    ...createLearningHandlers(core, { agent, broadcast, libraryChanged }),
    ...createScriptHandlers({
      access,
      favourites: scripts.favourites.current,
      index: libraryIndex,
      offersFor: core.learning.offers.offersFor,
      trialShare: () => preferences.current().scripts.trialSharePercent / 100,
      lookUp: scripts.lookUp,
      copyScript: scripts.copy,
      copyStack: scripts.copyStack,
      render: scripts.render,
      pictures: scripts.pictures,
      answers: stores.scriptAnswers,
      agent,
      clipboard,
      clock,
      used(scriptId, orderId) {
        libraryIndex.renew(scriptId);
        if (orderId !== null) broadcast('subjects.changed', { subjects: [{ kind: 'order', id: orderId }] });
      },
    }),
    ...createPictureHandlers({
      pictures: scripts.pictures,
      shrink: surroundings.shrinkPicture,
      agentId: session.currentAgentId,
      clock,
      changed: () => broadcast('scripts.changed', undefined),
    }),
    ...createScriptFileHandlers({
      desk: surroundings.scriptFiles,
      who: () => ({
        agentId: session.currentAgentId(),
        isApprovalRequired: preferences.current().scripts.scriptApprovalRequired,
      }),
      chooseScriptFile: dialogs.chooseScriptFile,
      chooseTarget: dialogs.chooseTarget,
      clock,
      changed: libraryChanged,
    }),
  };
}
