import { useMutation } from '@tanstack/react-query';
import type { ActivityId, ScriptExampleId, ScriptProposalId } from '../../../shared/domain/ids.ts';
import type { ScriptDraft } from '../../../shared/domain/scripts/script.ts';
import type { NewProposal } from '../../../shared/domain/scripts/script-proposal.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { undoActivity } from '../../ui/forms/use-action.ts';

type Done<R> = {
  readonly message: string;
  readonly undo?: (result: R) => Promise<unknown>;
};

/** Does it, and says so with the way back. */
function useStroke<T, R>(work: (input: T) => Promise<R>, done: (input: T) => Done<R> | null) {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: work,
    onSuccess: (result, input) => {
      const said = done(input);
      const undo = said?.undo;
      if (said) feedback.done(said.message, undo ? { undo: () => undo(result) } : {});
    },
    onError: (error) => feedback.fail(error),
  });
}

const takenBack = ({ activityId }: { readonly activityId: ActivityId | null }) =>
  activityId === null ? Promise.resolve() : undoActivity(activityId);

type Restored = CallInput<'scripts.edit'> & { readonly version: string };

export function useRestoreVersion() {
  return useStroke(
    ({ id, draft }: Restored) => call('scripts.edit', { id, draft }),
    ({ version }) => ({
      message: `已恢复为${version}的版本`,
      undo: takenBack,
    }),
  );
}

export function useAddExample() {
  return useStroke(
    (input: CallInput<'scriptExamples.add'>) => call('scriptExamples.add', input),
    () => ({ message: '已加为案例', undo: takenBack }),
  );
}

export function useRemoveExample() {
  return useStroke(
    (id: ScriptExampleId) => call('scriptExamples.remove', { id }),
    () => ({ message: '已移除案例', undo: takenBack }),
  );
}

export function useLinkExample() {
  return useStroke(
    (link: CallInput<'scriptExamples.link'>) => call('scriptExamples.link', link),
    ({ changeId }) => ({
      message: changeId === null ? '已取消关联' : '已关联到这次修改',
      undo: takenBack,
    }),
  );
}

export function useMarkSeen() {
  return useStroke(
    (scriptId: CallInput<'scriptNews.markSeen'>['scriptId']) => call('scriptNews.markSeen', { scriptId }),
    () => null,
  );
}

export function usePropose() {
  return useStroke(
    (proposal: NewProposal) => call('scriptProposals.propose', proposal),
    () => ({ message: '已提交建议，等待主管审批', undo: takenBack }),
  );
}

type Answer = { readonly id: ScriptProposalId; readonly note: string };

export function useAcceptProposal() {
  return useStroke(
    (input: Answer & { readonly draft: ScriptDraft | null }) => call('scriptProposals.accept', input),
    () => ({ message: '已采纳建议', undo: takenBack }),
  );
}

export function useRejectProposal() {
  return useStroke(
    (input: Answer) => call('scriptProposals.reject', input),
    () => ({ message: '已驳回建议', undo: takenBack }),
  );
}

export function useWithdrawProposal() {
  return useStroke(
    (id: ScriptProposalId) => call('scriptProposals.withdraw', { id }),
    () => ({ message: '已撤回建议', undo: takenBack }),
  );
}

export function useMarkAnswersRead() {
  return useStroke(
    () => call('scriptProposals.markRead', undefined),
    () => null,
  );
}
