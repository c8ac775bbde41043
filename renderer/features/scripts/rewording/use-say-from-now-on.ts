import { useMutation } from '@tanstack/react-query';
import type { Script } from '../../../../shared/domain/scripts/script.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import { call } from '../../../lib/main-process/ipc.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { wayBack } from '../../../ui/forms/use-action.ts';

type Options = {
  readonly script: Script;
  /** The agent changes the library without a lead. */
  readonly isFree: boolean;
  readonly onDone: () => void;
};
type Said = Omit<CallInput<'scripts.reword'>, 'scriptId'>;

const ELSEWHERE = '改动的文字来自片段，请在话术库修改';

/** Saves the script as the agent has reworded it, or proposes it to a lead, and says so with the way back. */
export function useSayFromNowOn({ script, isFree, onDone }: Options) {
  const feedback = useFeedback();
  const { id: scriptId, title } = script;
  const { mutate, isPending } = useMutation({
    async mutationFn(said: Said) {
      const { draft, isElsewhere } = await call('scripts.reword', { ...said, scriptId });
      if (isElsewhere) throw new AppError('invalid-input', ELSEWHERE);
      if (JSON.stringify(draft.parts) === JSON.stringify(script.parts))
        throw new AppError('invalid-input', '改动的都是这位客户的内容，以后的说法没有变');
      if (isFree) {
        const { activityId } = await call('scripts.edit', { id: scriptId, draft });
        return { activityId, message: `「${title}」以后都这样说` };
      }
      const reason = '在使用中改了说法';
      return call('scriptProposals.propose', { kind: 'edit', scriptId, draft, reason, exampleId: null });
    },
    onSuccess({ activityId, message }) {
      feedback.done(message, wayBack(activityId));
      onDone();
    },
    onError: (error) => feedback.fail(error),
  });
  return {
    isPending,
    save(said: Said): void {
      if (!isPending) mutate(said);
    },
  };
}
