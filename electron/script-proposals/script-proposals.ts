import { type Actor, activityBy } from '../../shared/domain/acting.ts';
import type { NewActivity } from '../../shared/domain/activity.ts';
import type { ActivityKind } from '../../shared/domain/activity-kinds.ts';
import { type AgentId, type ScriptCaseId, type ScriptId, ScriptProposalId } from '../../shared/domain/ids.ts';
import type { Script, ScriptDraft } from '../../shared/domain/script.ts';
import { changedFieldsOf, contentOf } from '../../shared/domain/script-learning/versions.ts';
import type { NewProposal, ScriptProposal } from '../../shared/domain/script-proposal.ts';
import { AppError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { ScriptChange } from '../scripts/library/library-change.ts';
import type { InTransaction } from '../store/connection.ts';

type Dependencies = {
  readonly proposals: {
    get(id: ScriptProposalId): ScriptProposal | undefined;
    save(proposal: ScriptProposal): void;
  };
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly service: {
    create(draft: ScriptDraft, nowMs: EpochMs): ScriptChange;
    edit(edit: { readonly id: ScriptId; readonly draft: ScriptDraft }, nowMs: EpochMs): ScriptChange;
    archive(ids: readonly ScriptId[], nowMs: EpochMs): readonly ScriptChange[];
    undo(changes: readonly ScriptChange[], nowMs: EpochMs): readonly ScriptChange[];
  };
  /** Nothing is edited without its activity. */
  readonly recordChanges: (changes: readonly ScriptChange[], actor: Actor) => void;
  /** K9: the last change of its script came of the case. */
  readonly linkCase: (caseId: ScriptCaseId, actor: Actor) => void;
  readonly activities: { append(activity: NewActivity): unknown };
  readonly inTransaction: InTransaction;
  readonly newId: (nowMs: EpochMs) => string;
};

type ProposingActor = Actor & { readonly agentId: AgentId };
type Answer = { readonly id: ScriptProposalId; readonly note: string };
type Acceptance = Answer & { readonly draft: ScriptDraft | null };

const UNDECIDED = { decidedBy: null, decidedAtMs: null, decisionNote: null } as const;

/** Where agents do not change the library themselves, they say what they would change, and a lead answers. */
export function createScriptProposals(dependencies: Dependencies) {
  const { proposals, scripts, service, recordChanges, linkCase, activities, inTransaction, newId } =
    dependencies;
  /** What acceptances changed, as long as they can be taken back: until the program ends. */
  const accepted = new Map<ScriptProposalId, readonly ScriptChange[]>();

  function existing(id: ScriptProposalId): ScriptProposal {
    const proposal = proposals.get(id);
    if (!proposal) throw new AppError('not-found', '该建议已不存在');
    return proposal;
  }

  function open(id: ScriptProposalId): ScriptProposal {
    const proposal = existing(id);
    if (proposal.state !== 'open') throw new AppError('conflict', '该建议已处理');
    return proposal;
  }

  function active(id: ScriptId): Script {
    const script = scripts.get(id);
    if (!script || script.archivedAtMs !== null) throw new AppError('conflict', '该话术已归档');
    return script;
  }

  function record(kind: ActivityKind, proposal: ScriptProposal, { actor, text }: Said): void {
    const { scriptId, agentId } = proposal;
    activities.append({
      // A script that is only proposed has no records of its own yet.
      ...activityBy(
        actor,
        scriptId === null ? { kind: 'agent', id: agentId } : { kind: 'script', id: scriptId },
      ),
      kind,
      scriptId,
      data: { text },
    });
  }

  function basisOf(wanted: NewProposal): Pick<ScriptProposal, 'scriptId' | 'base' | 'draft'> {
    if (wanted.kind === 'create') return { scriptId: null, base: null, draft: wanted.draft };
    const base = contentOf(active(wanted.scriptId));
    if (wanted.kind === 'archive') return { scriptId: wanted.scriptId, base, draft: null };
    if (changedFieldsOf(base, wanted.draft).length === 0) throw new AppError('invalid-input', '内容没有修改');
    return { scriptId: wanted.scriptId, base, draft: wanted.draft };
  }

  function carryOut({ kind, scriptId, draft }: ScriptProposal, nowMs: EpochMs): readonly ScriptChange[] {
    if (kind === 'create' && draft) return [service.create(draft, nowMs)];
    if (scriptId === null) throw new AppError('not-found', '该话术已不存在');
    const { id } = active(scriptId);
    if (kind === 'archive') return service.archive([id], nowMs);
    if (draft) return [service.edit({ id, draft }, nowMs)];
    throw new Error('A proposal to edit has a draft');
  }

  function decided(
    proposal: ScriptProposal,
    decision: Partial<ScriptProposal>,
    actor: Actor,
  ): ScriptProposal {
    const after = { ...proposal, ...decision, decidedBy: actor.agentId, decidedAtMs: actor.nowMs };
    proposals.save(after);
    return after;
  }

  return {
    propose: (wanted: NewProposal, actor: ProposingActor): ScriptProposalId =>
      inTransaction(() => {
        const { kind, reason } = wanted;
        const proposal: ScriptProposal = {
          ...UNDECIDED,
          ...basisOf(wanted),
          id: ScriptProposalId.parse(newId(actor.nowMs)),
          kind,
          reason,
          caseId: wanted.kind === 'create' ? null : wanted.caseId,
          agentId: actor.agentId,
          atMs: actor.nowMs,
          state: 'open',
        };
        proposals.save(proposal);
        record('script-proposed', proposal, { actor, text: reason });
        return proposal.id;
      }),
    withdraw: (id: ScriptProposalId, actor: ProposingActor): void =>
      inTransaction(() => {
        const proposal = open(id);
        if (proposal.agentId !== actor.agentId) throw new AppError('invalid-input', '只能撤回自己的建议');
        const after = decided(proposal, { state: 'withdrawn' }, actor);
        record('proposal-withdrawn', after, { actor, text: proposal.reason });
      }),
    /** As it was proposed, or as the lead has it. */
    accept: ({ id, draft, note }: Acceptance, actor: Actor): void => {
      const changes = inTransaction(() => {
        const proposal = open(id);
        const done = carryOut({ ...proposal, draft: draft ?? proposal.draft }, actor.nowMs);
        recordChanges(done, actor);
        if (proposal.caseId !== null && done.length > 0) linkCase(proposal.caseId, actor);
        const scriptId = proposal.scriptId ?? done[0]?.after.id ?? null;
        const after = decided(proposal, { state: 'accepted', decisionNote: note, scriptId }, actor);
        record('proposal-accepted', after, { actor, text: note });
        return done;
      });
      accepted.set(id, changes);
    },
    reject: ({ id, note }: Answer, actor: Actor): void =>
      inTransaction(() => {
        const after = decided(open(id), { state: 'rejected', decisionNote: note }, actor);
        record('proposal-rejected', after, { actor, text: note });
      }),
    /** What an acceptance changed goes back with it, unless somebody has built on it. */
    reopen: (id: ScriptProposalId, actor: Actor): void => {
      inTransaction(() => {
        const proposal = existing(id);
        if (proposal.state === 'open') return;
        if (proposal.decidedBy !== actor.agentId) throw new AppError('invalid-input', '只能撤销自己的处理');
        if (proposal.state === 'accepted') takeBack(proposal, actor);
        const scriptId = proposal.kind === 'create' ? null : proposal.scriptId;
        proposals.save({ ...proposal, ...UNDECIDED, state: 'open', scriptId });
        record('proposal-reopened', proposal, { actor, text: proposal.reason });
      });
      accepted.delete(id);
    },
  };

  function takeBack({ id }: ScriptProposal, actor: Actor): void {
    const changes = accepted.get(id);
    if (!changes) throw new AppError('conflict', '已采纳的建议不能再撤销，可在话术的历史版本中恢复');
    recordChanges(service.undo(changes, actor.nowMs), actor);
  }
}

type Said = { readonly actor: Actor; readonly text: string };

export type ScriptProposals = ReturnType<typeof createScriptProposals>;
