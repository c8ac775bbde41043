import { useMutation } from '@tanstack/react-query';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';

/**
 * Puts the contents of the clipboard back that it held before scripts were copied; `onRestored` only if there were any.
 */
export function useRestoreClipboard(onRestored: () => void) {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: () => call('palette.restoreClipboard', undefined),
    onSuccess({ isRestored }) {
      if (isRestored) onRestored();
      else feedback.done('没有可恢复的剪贴板内容');
    },
    onError: (error) => feedback.fail(error),
  });
}
