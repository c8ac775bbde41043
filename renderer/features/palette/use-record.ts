import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { toFailure } from '../../../shared/errors.ts';
import type { PaletteSubject } from '../../../shared/ipc/contract/scripts/palette-contract.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';

/** The workbench goes where the palette was: Ctrl+Enter there must not be about another customer. */
export function leadWorkbench({ occasion, task }: PaletteSubject, recorded: Recorded | null = null): void {
  const { orderId } = occasion;
  if (orderId !== null) void call('palette.used', { orderId, taskId: task?.id ?? null, recorded });
}

/** Records what was done for the order that the palette is about, and for no other. */
export function useRecord(subject: PaletteSubject | null, onRecorded: () => void) {
  const feedback = useFeedback();
  /** The task that was to be recorded as said, though nothing was copied for it. */
  const [unsaidId, setUnsaidId] = useState<TaskId | null>(null);
  const task = subject?.task ?? null;
  const isUnsaid = task !== null && unsaidId === task.id;
  const { mutate, isPending } = useMutation({
    mutationFn: (id: TaskId) => call('tasks.complete', { id, isTypedByHand: isUnsaid }),
    onError(error, id) {
      if (toFailure(error).code === 'unsaid') setUnsaidId(id);
      else feedback.fail(error);
    },
  });
  return {
    task,
    isUnsaid,
    record(): void {
      if (subject === null || task === null || isPending) return;
      mutate(task.id, {
        onSuccess(recorded) {
          setUnsaidId(null);
          leadWorkbench(subject, recorded);
          onRecorded();
        },
      });
    },
  };
}
