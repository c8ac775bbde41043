import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { BulletinId } from '../../shared/domain/bulletins/bulletin.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { BulletinView } from './bulletin-view.ts';
import type { Bulletins } from './create-bulletins.ts';

type Dependencies = {
  readonly bulletinActs: Bulletins;
  readonly bulletinView: BulletinView;
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[] | 'many') => void;
};

export function createBulletinHandlers(dependencies: Dependencies) {
  const { bulletinActs, bulletinView, requireActor, changed } = dependencies;
  const agentId = () => requireActor().agentId;

  function act(id: BulletinId, work: (actor: Actor) => Recorded): Recorded {
    const recorded = work(requireActor());
    changed([asSubject('bulletin', id)]);
    return recorded;
  }

  return {
    'bulletins.begin': () => bulletinActs.begin(requireActor()),
    'bulletins.list': () => bulletinView.list(agentId()),
    'bulletins.detail': ({ id }) => bulletinView.detail(id, agentId()),
    'bulletins.edit': ({ id, words }) => act(id, (actor) => bulletinActs.edit(id, words, actor)),
    'bulletins.publish': ({ id }) => act(id, (actor) => bulletinActs.publish(id, actor)),
    'bulletins.read': ({ id, openMs }) => act(id, (actor) => bulletinActs.read(id, openMs, actor)),
    'bulletins.close': ({ id }) => act(id, (actor) => bulletinActs.close(id, actor)),
  } satisfies Partial<Handlers>;
}
