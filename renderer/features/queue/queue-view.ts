import { z } from 'zod';
import { QueueFilter } from '../../../shared/ipc/contract/task-contract.ts';
import { WHOLE_QUEUE } from '../../lib/main-process/task-counts.ts';

export const QUEUE_SORTS = ['time', 'money'] as const;
export const QUEUE_SORT_LABELS = { time: '按时间', money: '按金额' } as const;

/** The part of the queue that is shown, and its order. */
export const QueueView = QueueFilter.extend({ sort: z.enum(QUEUE_SORTS) });
export type QueueView = z.infer<typeof QueueView>;

export const START_VIEW: QueueView = { ...WHOLE_QUEUE, sort: 'time' };

export function isNarrowed({ shopId, kind, owner, text }: QueueView): boolean {
  return shopId !== null || kind !== null || owner !== null || text !== '';
}

export function widened(view: QueueView): QueueView {
  return { ...view, shopId: null, kind: null, owner: null, text: '' };
}
