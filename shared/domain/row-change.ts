import { z } from 'zod';

const Fields = z.record(z.string(), z.unknown());

/** One row of one table before and after: the one format of history, undo and, later, the feed for other PCs. */
export const RowChange = z.object({
  table: z.string(),
  id: z.string(),
  /** Only the fields that differ; `null`: the row was not there. */
  before: Fields.nullable(),
  /** `null`: the row is not there any more. */
  after: Fields.nullable(),
});
export type RowChange = z.infer<typeof RowChange>;
