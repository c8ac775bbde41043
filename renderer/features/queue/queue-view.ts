import { z } from 'zod';
import {
  isRankedTab,
  QUEUE_SORTS,
  type QueueGroup,
  QueueTab,
} from '../../../shared/domain/tasks/queue-place.ts';
import { QueueFilter, type QueueRow, WHOLE_QUEUE } from '../../../shared/ipc/contract/task-contract.ts';

export const QUEUE_SORT_LABELS = {
  urgency: '按紧急程度',
  time: '按到期时间',
  money: '按金额',
} as const satisfies Record<(typeof QUEUE_SORTS)[number], string>;

/** How soon it ends; of a closing as of a time-out or a promise. */
export const GROUP_LABELS = {
  hour: '1 小时内截止',
  today: '今天截止',
  later: '以后截止',
  endless: '没有截止时间',
  against: '不建议',
} as const satisfies Record<QueueGroup, string>;

/** The part of the queue that is shown, and its order. */
export const QueueView = QueueFilter.extend({ bucket: QueueTab, sort: z.enum(QUEUE_SORTS) });
export type QueueView = z.infer<typeof QueueView>;

export const START_VIEW: QueueView = { ...WHOLE_QUEUE, bucket: 'todo', sort: 'urgency' };

/** The customer whom a card is about; where it is nobody's, the thing. */
export const nickOf = ({ summary }: Pick<QueueRow, 'summary'>): string =>
  summary.customerNick ?? summary.title;

export function isNarrowed({ shopId, kind, owner, text }: QueueView): boolean {
  return shopId !== null || kind !== null || owner !== null || text !== '';
}

export function widened(view: QueueView): QueueView {
  return { ...view, shopId: null, kind: null, owner: null, text: '' };
}

/** Tabs of things that can be done now stand in groups; the others in one row. */
export const isGrouped = ({ bucket, sort }: QueueView): boolean => isRankedTab(bucket) && sort === 'urgency';

/** Where something can be done, what the program advises against stands at the end, folded until it is asked for. */
export const isFoldable = ({ bucket }: QueueView): boolean => isRankedTab(bucket);
