import { beforeEach, describe, expect, it } from 'vitest';
import { createScriptProposalStore } from '../../../electron/store/scripts/script-proposal-store.ts';
import type { ScriptId, ScriptProposalId } from '../../../shared/domain/ids.ts';
import { mayDecide } from '../../../shared/domain/scripts/script-scope.ts';
import { plansOf } from '../../support/plans-of.ts';
import { AGENT, aDraft, aLibrary, LEAD, type Library, ORDER } from '../script-learning/a-library.ts';

const BETTER = aDraft({ parts: ['您好，订单为您保留到今晚，方便时付款即可。'] });
const reason = '客户反映原话太催';

let library: Library;
let scriptId: ScriptId;
beforeEach(() => {
  library = aLibrary();
  scriptId = library.create(LEAD).id;
});

const propose = (): ScriptProposalId =>
  library.proposals.propose(
    { kind: 'edit', scriptId, draft: BETTER, reason, exampleId: null },
    library.by(AGENT),
  ).id;
const stateOf = (id: ScriptProposalId) => library.stores.scriptProposals.get(id);

describe('K9: agents propose, leads answer', () => {
  it('changes nothing before a lead accepts it, and then what was proposed, with the note', () => {
    const id = propose();
    expect(library.existing(scriptId).parts).toEqual(aDraft().parts);
    library.proposals.accept({ id, draft: null, note: '说得好' }, library.by(LEAD));
    expect(library.existing(scriptId).parts).toEqual(BETTER.parts);
    expect(stateOf(id)).toMatchObject({ state: 'accepted', decidedBy: LEAD, decisionNote: '说得好' });
    expect(library.kindsOf(scriptId)).toEqual([
      'proposal-accepted',
      'script-edited',
      'script-proposed',
      'script-created',
    ]);
  });

  it('takes it as the lead has edited it', () => {
    const id = propose();
    const edited = aDraft({ parts: ['您好，方便时付款即可。'] });
    library.proposals.accept({ id, draft: edited, note: '' }, library.by(LEAD));
    expect(library.existing(scriptId).parts).toEqual(edited.parts);
  });

  it('makes a new script, or archives one, as was proposed', () => {
    const draft = aDraft({ code: 'new', title: '夜间催付' });
    const made = library.proposals.propose({ kind: 'create', draft, reason }, library.by(AGENT)).id;
    library.proposals.accept({ id: made, draft: null, note: '' }, library.by(LEAD));
    const created = stateOf(made)?.scriptId;
    expect(library.existing(created ?? scriptId)).toMatchObject({ title: '夜间催付', code: 'new' });
    const gone = library.proposals.propose(
      { kind: 'archive', scriptId, reason, exampleId: null },
      library.by(AGENT),
    ).id;
    library.proposals.accept({ id: gone, draft: null, note: '' }, library.by(LEAD));
    expect(library.existing(scriptId).archivedAtMs).not.toBeNull();
  });

  it('leaves the script alone when it is rejected, and says why', () => {
    const id = propose();
    library.proposals.reject({ id, note: '与活动口径不符' }, library.by(LEAD));
    expect(library.existing(scriptId).parts).toEqual(aDraft().parts);
    expect(stateOf(id)).toMatchObject({ state: 'rejected', decisionNote: '与活动口径不符' });
  });

  it('tells the proposer of each answer until it was read', () => {
    const id = propose();
    expect(library.stores.scriptProposals.countUnread(AGENT)).toBe(0);
    library.proposals.reject({ id, note: '不合适' }, library.by(LEAD));
    expect(library.stores.scriptProposals.countUnread(AGENT)).toBe(1);
    library.stores.scriptProposals.markRead(AGENT, library.clock.now());
    expect(library.stores.scriptProposals.countUnread(AGENT)).toBe(0);
  });

  it('answers once, and only what is open', () => {
    const id = propose();
    library.proposals.reject({ id, note: '不合适' }, library.by(LEAD));
    const accept = () => library.proposals.accept({ id, draft: null, note: '' }, library.by(LEAD));
    expect(accept).toThrow('该建议已处理');
  });

  it('proposes no change that changes nothing', () => {
    const same = () =>
      library.proposals.propose(
        { kind: 'edit', scriptId, draft: aDraft(), reason, exampleId: null },
        library.by(AGENT),
      );
    expect(same).toThrow('内容没有修改');
  });

  it('names the example from which the change came', () => {
    const exampleId = library.examples.add({ scriptId, orderId: ORDER, note: '嫌贵' }, library.by(AGENT)).id;
    const id = library.proposals.propose(
      { kind: 'edit', scriptId, draft: BETTER, reason, exampleId },
      library.by(AGENT),
    ).id;
    library.proposals.accept({ id, draft: null, note: '' }, library.by(LEAD));
    const [last] = library.stores.scriptChanges.changesOf(scriptId);
    expect(library.stores.scriptExamples.get(exampleId)?.changeId).toBe(last?.id);
  });
});

describe('K9: an answer is taken back', () => {
  it('with what it changed', () => {
    const id = propose();
    const accepted = library.proposals.accept({ id, draft: null, note: '' }, library.by(LEAD));
    library.undo(accepted, LEAD);
    expect(stateOf(id)).toMatchObject({ state: 'open', decidedBy: null });
    expect(library.existing(scriptId).parts).toEqual(aDraft().parts);
  });

  it('unless somebody has built on it', () => {
    const id = propose();
    const accepted = library.proposals.accept({ id, draft: null, note: '' }, library.by(LEAD));
    library.edit(LEAD, scriptId, { title: '又改了' });
    expect(() => library.undo(accepted, LEAD)).toThrow('之后已有「修改话术」，不能撤销');
    expect(stateOf(id)?.state).toBe('accepted');
  });

  it('by who gave it: the proposer takes back a withdrawal, and nobody the answer of another', () => {
    const id = propose();
    library.undo(library.proposals.withdraw(id, library.by(AGENT)), AGENT);
    expect(stateOf(id)?.state).toBe('open');
    const rejected = library.proposals.reject({ id, note: '不合适' }, library.by(LEAD));
    expect(() => library.undo(rejected, AGENT)).toThrow('只能撤销自己的操作');
  });
});

describe('K9: who answers', () => {
  it('is a lead or a manager, and everybody where there is none', () => {
    const [agent, lead] = [{ role: 'agent' }, { role: 'lead' }] as const;
    const active = { isArchived: false };
    expect(mayDecide(lead, [{ ...agent, ...active }])).toBe(true);
    expect(mayDecide(agent, [{ ...lead, ...active }])).toBe(false);
    expect(
      mayDecide(agent, [
        { ...agent, ...active },
        { ...lead, isArchived: true },
      ]),
    ).toBe(true);
  });

  it('finds what is open without a look at what was answered', () => {
    const plans = plansOf((db) => {
      const store = createScriptProposalStore(db);
      store.listOpen();
      store.listAnswered(50);
      store.listAnsweredOf(AGENT, 50);
      store.countUnread(AGENT);
      store.countOpen();
    });
    expect(plans[0]).toContain('USING INDEX script_proposals_open');
    expect(plans[1]).toContain('USING INDEX script_proposals_answered');
    expect(plans[2]).toContain('USING INDEX script_proposals_by_agent (agent_id=?)');
    expect(plans[3]).toContain('USING INDEX script_proposals_by_agent (agent_id=?)');
    expect(plans[4]).toContain('USING COVERING INDEX script_proposals_open');
    for (const plan of plans) expect(plan).not.toContain('TEMP B-TREE');
  });
});
