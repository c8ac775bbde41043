import { HANDOVER_STATE_LABELS, itemsLeft } from '../../../shared/domain/handovers/handover.ts';
import type { HandoverRule } from '../../../shared/domain/handovers/handover-subject.ts';

/** H2: a sheet that was given is the first thing that the next shift looks at. */
export const receiveHandover: HandoverRule = {
  kind: 'handover',
  concerns: ({ sheet }) => sheet.state === 'given',
  find({ sheet, giverName }) {
    const { id, state, givenAtMs, receiverId } = sheet;
    if (state !== 'given' || givenAtMs === null) return [];
    return [
      {
        kind: 'handover',
        subject: { kind: 'handover', id },
        step: 'receive',
        occurrence: String(givenAtMs),
        dueAtMs: givenAtMs,
        expiresAtMs: null,
        amountAtRiskFen: 0,
        reason: `${giverName} 交接 ${itemsLeft(sheet).length} 项，先看再签收`,
        advice: null,
        isPromise: true,
        ...(receiverId === null ? {} : { ownerId: receiverId }),
      },
    ];
  },
  settledBy: ({ sheet }) =>
    sheet.state === 'given' ? null : { reason: HANDOVER_STATE_LABELS[sheet.state], isFinal: false },
};
