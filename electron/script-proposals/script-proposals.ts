import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { Activity } from '../../shared/domain/activities/activity.ts';
import type { ActivityKind } from '../../shared/domain/activities/activity-kinds.ts';
import {
  type AgentId,
  type ScriptExampleId,
  type ScriptId,
  ScriptProposalId,
} from '../../shared/domain/ids.ts';
import type { Script, ScriptDraft, ScriptScope } from '../../shared/domain/scripts/script.ts';
import { changedFieldsOf, contentOf } from '../../shared/domain/scripts/script-learning/versions.ts';
import type { NewProposal, ScriptProposal } from '../../shared/domain/scripts/script-proposal.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act, Deed } from '../kernel/activities/act.ts';
import type { ScriptChange } from '../scripts/library/library-change.ts';

type Dependencies = {
  readonly proposals: {
    get(id: ScriptProposalId): ScriptProposal | undefined;
    save(proposal: ScriptProposal): void;
  };
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly examples: { get(id: ScriptExampleId): object | undefined };
  readonly service: {
    requireOwner(scope: ScriptScope): void;
    create(draft: ScriptDraft, nowMs: EpochMs): ScriptChange;
    edit(edit: { readonly id: ScriptId; readonly draft: ScriptDraft }, nowMs: EpochMs): ScriptChange;
    archive(ids: readonly ScriptId[], nowMs: EpochMs): readonly ScriptChange[];
  };
  /** Nothing is edited without its activity. */
  readonly recordChanges: (changes: readonly ScriptChange[], actor: Actor) => readonly Activity[];
  /** K9: the last change of its script came of the example. */
  readonly linkingExample: (exampleId: ScriptExampleId) => Deed | null;
  readonly act: Act;
  readonly newId: (nowMs: EpochMs) => string;
};

type ProposingActor = Actor & { readonly agentId: AgentId };
type Answer = { readonly id: ScriptProposalId; readonly note: string };
type Acceptance = Answer & { readonly draft: ScriptDraft | null };

type Said = { readonly kind: ActivityKind; readonly text: string; readonly message: string };

const UNDECIDED = { decidedBy: null, decidedAtMs: null, decisionNote: null } as const;

/** Agents who may not change the library themselves propose a change, and a lead answers. */
export function createScriptProposals(dependencies: Dependencies) {
  const { proposals, scripts, examples, service, recordChanges, linkingExample, act, newId } = dependencies;

  function open(id: ScriptProposalId): ScriptProposal {
    const proposal = proposals.get(id);
    if (!proposal) throw new AppError('not-found', '该建议已不存在');
    if (proposal.state !== 'open') throw new AppError('conflict', '该建议已处理');
    return proposal;
  }

  function active(id: ScriptId): Script {
    const script = scripts.get(id);
    if (!script || script.archivedAtMs !== null) throw new AppError('conflict', '该话术已归档');
    return script;
  }

  /** The part of the stroke that is about the proposal itself. */
  function saving(proposal: ScriptProposal, { kind, text, message }: Said) {
    const { id, scriptId, agentId } = proposal;
    return {
      // A script that is only proposed has no records of its own yet.
      subject: scriptId === null ? asSubject('agent', agentId) : asSubject('script', scriptId),
      kind,
      ...(scriptId === null ? {} : { scriptId }),
      data: { text },
      rows: [{ table: 'script_proposals', id }],
      write: () => proposals.save(proposal),
      message,
    };
  }

  function basisOf(wanted: NewProposal): Pick<ScriptProposal, 'scriptId' | 'base' | 'draft'> {
    if (wanted.kind !== 'archive') service.requireOwner(wanted.draft.scope);
    if (wanted.kind === 'create') return { scriptId: null, base: null, draft: wanted.draft };
    if (wanted.exampleId !== null && !examples.get(wanted.exampleId))
      throw new AppError('not-found', '该案例已不存在');
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

  const decided = (proposal: ScriptProposal, { agentId, nowMs }: Actor): ScriptProposal => ({
    ...proposal,
    decidedBy: agentId,
    decidedAtMs: nowMs,
  });

  return {
    propose(wanted: NewProposal, actor: ProposingActor): Recorded & { readonly id: ScriptProposalId } {
      const { kind, reason } = wanted;
      const id = ScriptProposalId.parse(newId(actor.nowMs));
      const recorded = act(actor, () => {
        const proposal: ScriptProposal = {
          ...UNDECIDED,
          ...basisOf(wanted),
          id,
          kind,
          reason,
          exampleId: wanted.kind === 'create' ? null : wanted.exampleId,
          agentId: actor.agentId,
          atMs: actor.nowMs,
          state: 'open',
        };
        return saving(proposal, {
          kind: 'script-proposed',
          text: reason,
          message: '已提交建议，等待主管审批',
        });
      });
      return { ...recorded, id };
    },
    withdraw: (id: ScriptProposalId, actor: ProposingActor): Recorded =>
      act(actor, () => {
        const proposal = open(id);
        if (proposal.agentId !== actor.agentId) throw new AppError('invalid-input', '只能撤回自己的建议');
        const said = { kind: 'proposal-withdrawn', text: proposal.reason, message: '已撤回建议' } as const;
        return saving(decided({ ...proposal, state: 'withdrawn' }, actor), said);
      }),
    /** As it was proposed, or as the lead has it. What it changes goes back with it when it is taken back. */
    accept: ({ id, draft, note }: Acceptance, actor: Actor): Recorded =>
      act(actor, () => {
        const proposal = open(id);
        const done = carryOut({ ...proposal, draft: draft ?? proposal.draft }, actor.nowMs);
        const recorded = recordChanges(done, actor).map((activity) => activity.id);
        const linked =
          proposal.exampleId !== null && done.length > 0 ? linkingExample(proposal.exampleId) : null;
        const scriptId = proposal.scriptId ?? done[0]?.after.id ?? null;
        const after = decided({ ...proposal, state: 'accepted', decisionNote: note, scriptId }, actor);
        const said = { kind: 'proposal-accepted', text: note, message: '已采纳建议' } as const;
        return { ...saving(after, said), recorded, alongside: linked ? [linked] : [] };
      }),
    reject: ({ id, note }: Answer, actor: Actor): Recorded =>
      act(actor, () => {
        const after = decided({ ...open(id), state: 'rejected', decisionNote: note }, actor);
        return saving(after, { kind: 'proposal-rejected', text: note, message: '已驳回建议' });
      }),
  };
}

export type ScriptProposals = ReturnType<typeof createScriptProposals>;
