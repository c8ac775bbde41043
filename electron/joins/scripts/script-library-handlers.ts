import type { ScriptScope } from '../../../shared/domain/scripts/script.ts';
import { mayEdit } from '../../../shared/domain/scripts/script-scope.ts';
import type { Edge } from '../../edge.ts';
import { createScriptFileHandlers } from '../../script-exchange/script-file-handlers.ts';
import { createScriptPageHandlers } from '../../script-learning/script-page-handlers.ts';
import { createScriptProposalHandlers } from '../../script-proposals/script-proposal-handlers.ts';
import { createFindScripts } from '../../scripts/find-scripts.ts';
import { createLibraryHandlers } from '../../scripts/library/library-handlers.ts';
import { createSuggestScript } from '../../scripts/library/suggest-script.ts';
import { createPictureHandlers } from '../../scripts/picture-handlers.ts';
import { createScriptAccess } from '../../scripts/script-access.ts';
import { createScriptHandlers } from '../../scripts/script-handlers.ts';

/** Writing, finding, copying, exchanging and judging scripts. */
export function createScriptLibraryHandlers(edge: Edge) {
  const { stores, scripts, learning, libraryIndex, preferences, broadcast } = edge;
  const { currentAgent: agent, libraryChanged, scriptsChanged } = edge;

  const needsApproval = () => preferences.current().scripts.scriptApprovalRequired;
  function mayChange(scope: ScriptScope): boolean {
    const who = agent();
    const isRequired = needsApproval();
    return who === null ? !isRequired : mayEdit({ scope }, who, { isRequired, team: stores.agents.list() });
  }
  const ownScriptsChanged = () => broadcast('ownScripts.changed', undefined);
  const access = createScriptAccess({ scripts: stores.scripts, agent, mayChange });

  return {
    ...createLibraryHandlers({
      ...edge,
      scripts: stores.scripts,
      groups: stores.scriptGroups,
      favourites: stores.scriptFavourites,
      service: scripts.service,
      groupService: scripts.groups,
      newStarters: scripts.newStarters,
      access,
      recordStroke: scripts.recordStroke,
      suggest: createSuggestScript({
        index: libraryIndex,
        scripts: stores.scripts,
        foreignText: edge.clipboard.readForeignText,
        agentId: edge.currentAgentId,
        mayChange,
      }),
      changed: libraryChanged,
      favouritesChanged() {
        scripts.favourites.drop();
        ownScriptsChanged();
      },
    }),
    ...createScriptPageHandlers({
      ...edge,
      ...learning,
      scripts: stores.scripts,
      figures: stores.scriptFigures,
      changes: stores.scriptChanges,
      exampleStore: stores.scriptExamples,
      exampleChanged: (orderId) => edge.examplesChanged([{ kind: 'order', id: orderId }]),
      newsSeen: scriptsChanged,
    }),
    ...createScriptProposalHandlers({
      ...edge,
      proposals: learning.proposals,
      store: stores.scriptProposals,
      scripts: stores.scripts,
      agent,
      team: stores.agents.list,
      decided: libraryChanged,
      changed: scriptsChanged,
    }),
    ...createScriptHandlers({
      ...edge,
      access,
      index: libraryIndex,
      find: createFindScripts({
        lookUp: scripts.lookUp,
        boostsFor: learning.boosts.boostsFor,
        favourites: scripts.favourites.current,
        trialShare: () => preferences.current().scripts.trialSharePercent / 100,
      }),
      lookUp: scripts.lookUp,
      copyScript: scripts.copy,
      copyStack: scripts.copyStack,
      render: scripts.render,
      reword: scripts.reword,
      scripts: stores.scripts,
      pictures: scripts.pictures,
      answers: stores.scriptAnswers,
      agent,
      answersChanged: ownScriptsChanged,
      used(scriptIds, orderId) {
        for (const id of scriptIds) libraryIndex.renew(id);
        broadcast('scripts.used', undefined);
        if (orderId !== null) broadcast('subjects.changed', { subjects: [{ kind: 'order', id: orderId }] });
      },
    }),
    ...createPictureHandlers({ ...edge, changed: scriptsChanged }),
    ...createScriptFileHandlers({
      ...edge,
      desk: edge.scriptFiles,
      who: () => ({ agentId: edge.currentAgentId(), isApprovalRequired: needsApproval() }),
      changed: libraryChanged,
    }),
  };
}
