import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { scriptQueries } from './queries.ts';

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
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<'scripts.forgetAnswer'>) => call('scripts.forgetAnswer', input),
    // The hits on the screen still offer the answer.
    onSuccess: () => client.invalidateQueries({ queryKey: scriptQueries.all() }),
    onError: (error) => feedback.fail(error),
  });
}
