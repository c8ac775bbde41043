import { createAddNote } from './add-note.ts';
import { createAgreePayTime } from './agree-pay-time.ts';
import { createClaimPaid } from './claim-paid.ts';
import { createCloseDispute, createPostponeDispute } from './follow-up-dispute.ts';
import { createGiveUpChase } from './give-up-chase.ts';
import { createHandOverTasks } from './hand-over-tasks.ts';
import { createNoteReason } from './note-reason.ts';
import type { ChasingPorts } from './ports.ts';
import { createRecordChase } from './record-chase.ts';
import { createSetCloseTime } from './set-close-time.ts';
import { createSettleDuplicate } from './settle-duplicate.ts';
import { createSnoozeTask } from './snooze-task.ts';
import { createUndoActivity } from './undo-activity.ts';

export type Chasing = ReturnType<typeof createChasing>;

/** Everything that an agent can do to a task or an unpaid order, each in one transaction with its activity. */
export function createChasing(ports: ChasingPorts) {
  const snoozeTask = createSnoozeTask(ports);
  return {
    recordChase: createRecordChase(ports),
    snoozeTask,
    agreePayTime: createAgreePayTime(ports, snoozeTask),
    noteReason: createNoteReason(ports),
    giveUpChase: createGiveUpChase(ports),
    claimPaid: createClaimPaid(ports),
    handOverTasks: createHandOverTasks(ports),
    setCloseTime: createSetCloseTime(ports),
    addNote: createAddNote(ports),
    settleDuplicate: createSettleDuplicate(ports),
    closeDispute: createCloseDispute(ports),
    postponeDispute: createPostponeDispute(ports),
    undoActivity: createUndoActivity(ports),
  };
}
