import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';

/** Main fills the part and owns the clipboard; the page never puts a script there itself. */
export function useCopyScript() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: (input: CallInput<'scripts.copy'>) => call('scripts.copy', input),
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
