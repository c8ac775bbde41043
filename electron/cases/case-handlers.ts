import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Cases } from './create-cases.ts';

type Dependencies = {
  readonly duties: { readonly cases: Cases };
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createCaseHandlers({ duties: { cases }, requireActor, changed }: Dependencies) {
  function act(id: CaseId, work: (actor: Actor) => Recorded): Recorded {
    const recorded = work(requireActor());
    changed([{ kind: 'case', id }]);
    return recorded;
  }

  return {
    'cases.open': (request) => {
      const opened = cases.open(request, requireActor());
      changed([{ kind: 'case', id: opened.id }]);
      return opened;
    },
    'cases.advance': ({ id, request }) => act(id, (actor) => cases.advance(id, request, actor)),
    'cases.assign': ({ id, ownerId }) => act(id, (actor) => cases.assign(id, ownerId, actor)),
    'cases.link': ({ id, ...link }) => act(id, (actor) => cases.link(id, link, actor)),
  } satisfies Partial<Handlers>;
}
