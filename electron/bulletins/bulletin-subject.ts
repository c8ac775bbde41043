import {
  BULLETIN_STATE_LABELS,
  BULLETIN_TOPIC_LABELS,
  type Bulletin,
} from '../../shared/domain/bulletins/bulletin.ts';
import type { BulletinRule, BulletinSubject } from '../../shared/domain/bulletins/bulletin-subject.ts';
import { asSubject, idIn, subjectKey } from '../../shared/domain/subjects/subject.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import { defineSubject, type SubjectModule } from '../kernel/subjects/subject-module.ts';

type Dependencies = {
  readonly rules: readonly BulletinRule[];
  readonly bulletins: {
    load(ids: readonly string[]): Bulletin[];
    listLive(): Bulletin[];
    setLive(ids: readonly string[], isLive: boolean): void;
  };
  readonly agents: { list(): readonly Agent[] };
};

/** A bulletin among the subjects; it is no shop's, and the page lists the last ones beside each. */
export function createBulletinSubject({ rules, bulletins, agents }: Dependencies): SubjectModule {
  const placeOf = ({ id }: Bulletin) => ({ shopId: null, matter: subjectKey(asSubject('bulletin', id)) });

  return defineSubject<BulletinSubject>({
    kind: 'bulletin',
    rules,
    load(ids) {
      const team = agents.list();
      return bulletins.load(ids).map((bulletin) => ({ bulletin, team }));
    },
    idOf: ({ bulletin }) => bulletin.id,
    placeOf: ({ bulletin }) => placeOf(bulletin),
    // An agent who comes later has to read them too, and one who goes has not.
    listToRefresh: (changed) =>
      changed.some(({ kind }) => kind === 'agent')
        ? bulletins.listLive().map(({ id }) => id)
        : changed.flatMap((ref) => idIn(ref, 'bulletin') ?? []),
    // Nothing of it follows from the settings of a shop.
    listLive: () => [],
    setLive: bulletins.setLive,
    summarise: (ids) =>
      bulletins.load(ids).map((bulletin) => ({
        ref: asSubject('bulletin', bulletin.id),
        title: bulletin.title === '' ? '新通知' : bulletin.title,
        customerNick: null,
        detail: BULLETIN_TOPIC_LABELS[bulletin.topic],
        status: BULLETIN_STATE_LABELS[bulletin.state],
        orderId: null,
      })),
    placesOf: (ids) => new Map(bulletins.load(ids).map((bulletin) => [bulletin.id, placeOf(bulletin)])),
    words: (ids) => new Map(bulletins.load(ids).map(({ id, title }) => [id, { starts: [], parts: [title] }])),
    wordTables: ['bulletins'],
    find: null,
  });
}
