import { z } from 'zod';
import { SECOND } from '../../time/durations.ts';
import { AgentId, type SubjectId, subjectId } from '../ids.ts';

export const BulletinId = subjectId('bulletin');
export type BulletinId = SubjectId<'bulletin'>;

export const BULLETIN_STATES = ['draft', 'published', 'closed'] as const;
export const BULLETIN_STATE_LABELS = {
  draft: '待发布',
  published: '已发布',
  closed: '已关闭',
} as const satisfies Record<(typeof BULLETIN_STATES)[number], string>;

/** The subjects by which a lead sorts the documents of a week. */
export const BULLETIN_TOPICS = ['rule', 'product', 'promotion', 'service', 'other'] as const;
export const BulletinTopic = z.enum(BULLETIN_TOPICS);
export type BulletinTopic = z.infer<typeof BulletinTopic>;
export const BULLETIN_TOPIC_LABELS = {
  rule: '规则',
  product: '商品',
  promotion: '活动',
  service: '服务问题',
  other: '其他',
} as const satisfies Record<BulletinTopic, string>;

/** One agent has had it open for long enough, and said so. */
export const BulletinReceipt = z.object({ agentId: AgentId, atMs: z.int() });
export type BulletinReceipt = z.infer<typeof BulletinReceipt>;

export const BulletinWords = z.object({
  topic: BulletinTopic,
  title: z.string().trim().max(60),
  body: z.string().trim().max(5000),
  /** By then everybody must have read it; `null`: no such time. */
  mustReadByMs: z.int().nullable(),
});
export type BulletinWords = z.infer<typeof BulletinWords>;

/** 团队通知: what a lead has to tell the whole team, with proof that it was read. */
export const Bulletin = BulletinWords.extend({
  id: BulletinId,
  state: z.enum(BULLETIN_STATES),
  authorId: AgentId,
  startedAtMs: z.int(),
  publishedAtMs: z.int().nullable(),
  /** When its words were last changed after that: receipts from before are of other words. */
  changedAtMs: z.int().nullable(),
  closedAtMs: z.int().nullable(),
  receipts: z.array(BulletinReceipt),
});
export type Bulletin = z.infer<typeof Bulletin>;

/** K8: shorter, it was clicked away. */
export const LEAST_OPEN_MS = 5 * SECOND;

/** Since when the words stand that are to be read. */
export const wordsSinceMs = ({ changedAtMs, publishedAtMs }: Bulletin): number =>
  changedAtMs ?? publishedAtMs ?? 0;

/** The receipt of the agent for the words as they stand now. */
export const receiptOf = (bulletin: Bulletin, agentId: AgentId): BulletinReceipt | undefined =>
  bulletin.receipts.find((receipt) => receipt.agentId === agentId && receipt.atMs >= wordsSinceMs(bulletin));

/** A draft is nobody's yet, a closed one is nobody's any more, and the author knows the words. */
export const isToBeReadBy = (bulletin: Bulletin, agentId: AgentId): boolean =>
  bulletin.state === 'published' &&
  bulletin.authorId !== agentId &&
  receiptOf(bulletin, agentId) === undefined;
