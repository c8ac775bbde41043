import { ScriptCaseId, ScriptProposalId } from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/script.ts';
import { scriptFiguresOf } from '../../shared/domain/script-learning/figures.ts';
import { scriptVersionsOf } from '../../shared/domain/script-learning/versions.ts';
import { AppError } from '../../shared/errors.ts';
import type { Input, Output } from '../../shared/ipc/contract.ts';
import type { FakeWorld } from './fake-world.ts';

/** What is learned about scripts: a library of which nothing is known yet. */
export function fakeLearningHandlers(world: FakeWorld) {
  function existing(scriptId: Script['id']): Script {
    const script = world.scripts.find(({ id }) => id === scriptId);
    if (!script) throw new AppError('not-found', '该话术已不存在');
    return script;
  }

  return {
    'scriptPage.script': ({ scriptId }: Input<'scriptPage.script'>) => existing(scriptId),
    'scriptPage.figures': () => scriptFiguresOf([]),
    'scriptPage.history': ({ scriptId }: Input<'scriptPage.history'>) =>
      scriptVersionsOf(existing(scriptId), []),
    'scriptCases.ofScript': (): Output<'scriptCases.ofScript'> => [],
    'scriptCases.ofOrder': (): Output<'scriptCases.ofOrder'> => [],
    'scriptCases.add': () => ({ id: ScriptCaseId.parse('case-1') }),
    'scriptCases.remove': () => {},
    'scriptCases.restore': () => {},
    'scriptCases.link': () => {},
    'scriptNews.list': (): Output<'scriptNews.list'> => ({ scriptIds: [], news: [] }),
    'scriptNews.markSeen': () => {},
    'scriptProposals.list': (): Output<'scriptProposals.list'> => ({
      mayDecide: true,
      open: [],
      answered: [],
      unread: 0,
    }),
    'scriptProposals.waiting': () => 0,
    'scriptProposals.propose': () => ({ id: ScriptProposalId.parse('proposal-1') }),
    'scriptProposals.withdraw': () => {},
    'scriptProposals.accept': () => {},
    'scriptProposals.reject': () => {},
    'scriptProposals.reopen': () => {},
    'scriptProposals.markRead': () => {},
  };
}
