import { z } from 'zod';
import { Bulletin, BulletinId, BulletinTopic, BulletinWords } from '../../../domain/bulletins/bulletin.ts';
import { Task } from '../../../domain/tasks/task.ts';
import { Moment } from '../../../time/moment.ts';
import { type Endpoint, nothing } from '../endpoint.ts';
import { Recorded } from '../task-contract.ts';

/** One agent of the team, and when they have read the words as they stand now. */
export const BulletinReader = z.object({ name: z.string(), readAtMs: z.int().nullable() });
export type BulletinReader = z.infer<typeof BulletinReader>;

export const BulletinDetail = z.object({
  bulletin: Bulletin.omit({ receipts: true }),
  authorName: z.string(),
  /** All who have to read it; those who have not come first. */
  readers: z.array(BulletinReader),
  /** The agent who asks has to read it. */
  isUnread: z.boolean(),
  /** The agent who asks may write, publish and close it. */
  mayEdit: z.boolean(),
  tasks: z.array(Task),
  nowMs: z.int(),
});
export type BulletinDetail = z.infer<typeof BulletinDetail>;

export const BulletinRow = z.object({
  id: BulletinId,
  topic: BulletinTopic,
  title: z.string(),
  state: Bulletin.shape.state,
  publishedAtMs: z.int(),
  mustReadByMs: z.int().nullable(),
  isUnread: z.boolean(),
});
export type BulletinRow = z.infer<typeof BulletinRow>;

const One = z.object({ id: BulletinId });

export const bulletinContract = {
  /** The agent's own draft; a new one where there is none. */
  'bulletins.begin': { input: nothing, output: One },
  /** Those that were published, the last first. */
  'bulletins.list': { input: nothing, output: z.array(BulletinRow) },
  'bulletins.detail': { input: One, output: BulletinDetail },
  'bulletins.edit': {
    input: One.extend({ words: BulletinWords.extend({ mustReadByMs: Moment.nullable() }) }),
    output: Recorded,
  },
  'bulletins.publish': { input: One, output: Recorded },
  /** `openMs`: for how long the page has shown it. */
  'bulletins.read': { input: One.extend({ openMs: z.int().min(0) }), output: Recorded },
  'bulletins.close': { input: One, output: Recorded },
} satisfies Record<string, Endpoint>;
