import { HANDOVER_STATE_LABELS, type Handover, itemsLeft } from '../../shared/domain/handovers/handover.ts';
import type { HandoverRule, HandoverSubject } from '../../shared/domain/handovers/handover-subject.ts';
import type { AgentId } from '../../shared/domain/ids.ts';
import { asSubject, idIn, subjectKey } from '../../shared/domain/subjects/subject.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import { defineSubject, type SubjectModule } from '../kernel/subjects/subject-module.ts';

type Dependencies = {
  readonly rules: readonly HandoverRule[];
  readonly handovers: {
    load(ids: readonly string[]): Handover[];
    setLive(ids: readonly string[], isLive: boolean): void;
  };
  readonly agents: { get(id: AgentId): Agent | undefined };
};

/** A hand-over sheet among the subjects; it is no shop's, and Ctrl+K finds it as a command. */
export function createHandoverSubject({ rules, handovers, agents }: Dependencies): SubjectModule {
  const load = (ids: readonly string[]): HandoverSubject[] =>
    handovers.load(ids).map((sheet) => ({ sheet, giverName: agents.get(sheet.giverId)?.name ?? '同事' }));
  const placeOf = ({ id }: Handover) => ({ shopId: null, matter: subjectKey(asSubject('handover', id)) });
  const titleOf = ({ giverName }: HandoverSubject) => `${giverName}的交接单`;

  return defineSubject<HandoverSubject>({
    kind: 'handover',
    rules,
    load,
    idOf: ({ sheet }) => sheet.id,
    placeOf: ({ sheet }) => placeOf(sheet),
    listToRefresh: (changed) => changed.flatMap((ref) => idIn(ref, 'handover') ?? []),
    // Nothing of it follows from the settings of a shop.
    listLive: () => [],
    setLive: handovers.setLive,
    summarise: (ids) =>
      load(ids).map((subject) => ({
        ref: asSubject('handover', subject.sheet.id),
        title: titleOf(subject),
        customerNick: null,
        detail: subject.sheet.state === 'draft' ? null : `${itemsLeft(subject.sheet).length} 项`,
        status: HANDOVER_STATE_LABELS[subject.sheet.state],
        orderId: null,
      })),
    placesOf: (ids) => new Map(handovers.load(ids).map((sheet) => [sheet.id, placeOf(sheet)])),
    words: (ids) =>
      new Map(load(ids).map((subject) => [subject.sheet.id, { starts: [], parts: [titleOf(subject)] }])),
    wordTables: ['handovers'],
    find: null,
  });
}
