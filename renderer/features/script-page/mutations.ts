import { useMutation } from '@tanstack/react-query';
import type { ScriptCaseId, ScriptProposalId } from '../../../shared/domain/ids.ts';
import type { ScriptDraft } from '../../../shared/domain/script.ts';
import type { NewProposal } from '../../../shared/domain/script-proposal.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';

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

type Restored = CallInput<'scripts.edit'> & { readonly version: string };

export function useRestoreVersion() {
  return useStroke(
    ({ id, draft }: Restored) => call('scripts.edit', { id, draft }),
    ({ version }) => ({
      message: `已恢复为${version}的版本`,
      undo: ({ changeId }) => call('scripts.undo', { changeId }),
    }),
  );
}

export function useAddCase() {
  return useStroke(
    (input: CallInput<'scriptCases.add'>) => call('scriptCases.add', input),
    () => ({ message: '已加为案例', undo: ({ id }) => call('scriptCases.remove', { id }) }),
  );
}

export function useRemoveCase() {
  return useStroke(
    (id: ScriptCaseId) => call('scriptCases.remove', { id }),
    (id) => ({ message: '已移除案例', undo: () => call('scriptCases.restore', { id }) }),
  );
}

type Link = CallInput<'scriptCases.link'> & { readonly before: CallInput<'scriptCases.link'>['changeId'] };

export function useLinkCase() {
  return useStroke(
    ({ id, changeId }: Link) => call('scriptCases.link', { id, changeId }),
    ({ id, changeId, before }) => ({
      message: changeId === null ? '已取消关联' : '已关联到这次修改',
      undo: () => call('scriptCases.link', { id, changeId: before }),
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
    () => ({
      message: '已提交建议，等待主管审批',
      undo: ({ id }) => call('scriptProposals.withdraw', { id }),
    }),
  );
}

type Answer = { readonly id: ScriptProposalId; readonly note: string };

const reopening = (id: ScriptProposalId) => () => call('scriptProposals.reopen', { id });

export function useAcceptProposal() {
  return useStroke(
    (input: Answer & { readonly draft: ScriptDraft | null }) => call('scriptProposals.accept', input),
    ({ id }) => ({ message: '已采纳建议', undo: reopening(id) }),
  );
}

export function useRejectProposal() {
  return useStroke(
    (input: Answer) => call('scriptProposals.reject', input),
    ({ id }) => ({ message: '已驳回建议', undo: reopening(id) }),
  );
}

export function useWithdrawProposal() {
  return useStroke(
    (id: ScriptProposalId) => call('scriptProposals.withdraw', { id }),
    (id) => ({ message: '已撤回建议', undo: reopening(id) }),
  );
}

export function useMarkAnswersRead() {
  return useStroke(
    () => call('scriptProposals.markRead', undefined),
    () => null,
  );
}
