import { useMutation } from '@tanstack/react-query';
import type { ScriptDraft } from '../../../shared/domain/scripts/script.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { wayBack } from '../../ui/forms/use-action.ts';

/** Main fills the part and owns the clipboard; the page never puts a script there itself. */
export function useCopyScript() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: (input: CallInput<'scripts.copy'>) => call('scripts.copy', input),
    onError: (error) => feedback.fail(error),
  });
}

/** All messages of a script as one text. */
export function useCopyWhole() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: (input: CallInput<'scripts.copyStack'>) => call('scripts.copyStack', input),
    onError: (error) => feedback.fail(error),
  });
}

/** A script of a sentence that is at hand, with names proposed; the agent's key is the wish to look at the clipboard. */
export function useSuggestScript() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: (typed: string) => call('scripts.suggest', { typed }),
    onError: (error) => feedback.fail(error),
  });
}

export function useCreateScript() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: (draft: ScriptDraft) => call('scripts.create', draft),
    onSuccess: ({ script, activityId }) =>
      feedback.done(`已存为话术「${script.title}」`, wayBack(activityId)),
    onError: (error) => feedback.fail(error),
  });
}

export function useForgetAnswer() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: (input: CallInput<'scripts.forgetAnswer'>) => call('scripts.forgetAnswer', input),
    onError: (error) => feedback.fail(error),
  });
}
