import { Bulletin, type BulletinId } from '../../../shared/domain/bulletins/bulletin.ts';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { newId } from '../identity.ts';
import { createTakeAway } from '../subjects/take-away-subject.ts';
import { undoableTable } from '../undoable-table.ts';

type BulletinRow = {
  readonly id: string;
  readonly state: string;
  readonly author_id: string;
  readonly topic: string;
  readonly title: string;
  readonly body: string;
  readonly must_read_by_ms: number | null;
  readonly started_at_ms: number;
  readonly published_at_ms: number | null;
  readonly changed_at_ms: number | null;
  readonly closed_at_ms: number | null;
  /** JSON. */
  readonly receipts: string;
};

const COLUMNS = [
  'id',
  'state',
  'author_id',
  'topic',
  'title',
  'body',
  'must_read_by_ms',
  'started_at_ms',
  'published_at_ms',
  'changed_at_ms',
  'closed_at_ms',
  'receipts',
] as const satisfies readonly (keyof BulletinRow)[];

const toBulletin = (row: BulletinRow): Bulletin =>
  Bulletin.parse({
    id: row.id,
    state: row.state,
    authorId: row.author_id,
    topic: row.topic,
    title: row.title,
    body: row.body,
    mustReadByMs: row.must_read_by_ms,
    startedAtMs: row.started_at_ms,
    publishedAtMs: row.published_at_ms,
    changedAtMs: row.changed_at_ms,
    closedAtMs: row.closed_at_ms,
    receipts: JSON.parse(row.receipts),
  });

const toRow = (bulletin: Bulletin): BulletinRow => ({
  id: bulletin.id,
  state: bulletin.state,
  author_id: bulletin.authorId,
  topic: bulletin.topic,
  title: bulletin.title,
  body: bulletin.body,
  must_read_by_ms: bulletin.mustReadByMs,
  started_at_ms: bulletin.startedAtMs,
  published_at_ms: bulletin.publishedAtMs,
  changed_at_ms: bulletin.changedAtMs,
  closed_at_ms: bulletin.closedAtMs,
  receipts: JSON.stringify(bulletin.receipts),
});

export function createBulletinStore(db: WritableDb) {
  const selectMany = db.prepare<[string], BulletinRow>(/* sql */ `
    SELECT b.* FROM json_each(?) AS wanted CROSS JOIN bulletins b ON b.id = wanted.value`);
  const selectDraft = db.prepare<[AgentId], BulletinRow>(
    "SELECT * FROM bulletins WHERE state = 'draft' AND author_id = ? ORDER BY started_at_ms DESC LIMIT 1",
  );
  const selectPublished = db.prepare<[number], BulletinRow>(/* sql */ `
    SELECT * FROM bulletins WHERE published_at_ms IS NOT NULL ORDER BY published_at_ms DESC LIMIT ?`);
  const selectLive = db.prepare<[], BulletinRow>(
    "SELECT * FROM bulletins WHERE state = 'published' ORDER BY published_at_ms",
  );
  const upsert = db.prepare<BulletinRow>(/* sql */ `
    INSERT INTO bulletins (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`);
  const remove = db.prepare<[string]>('DELETE FROM bulletins WHERE id = ?');
  const takeAway = createTakeAway(db, 'bulletin');
  const setLive = db.prepare<[number, string]>(
    'UPDATE bulletins SET is_live = ? WHERE id IN (SELECT value FROM json_each(?))',
  );

  const load = (ids: readonly string[]): Bulletin[] => selectMany.all(JSON.stringify(ids)).map(toBulletin);
  const get = (id: string): Bulletin | undefined => load([id])[0];
  const save = (bulletin: Bulletin): void => void upsert.run(toRow(bulletin));

  return {
    undoable: undoableTable({
      table: 'bulletins',
      recorded: Bulletin,
      guarded: ['state', 'topic', 'title', 'body', 'mustReadByMs'],
      get,
      save,
      remove(id) {
        takeAway(id);
        remove.run(id);
      },
    }),
    newId: (nowMs: EpochMs): BulletinId => newId(nowMs) as BulletinId,
    load,
    get,
    /** Adds the bulletin, or writes all of it. */
    save,
    draftOf: (authorId: AgentId): Bulletin | undefined => {
      const row = selectDraft.get(authorId);
      return row && toBulletin(row);
    },
    /** Also those that are closed, the last published first. */
    listPublished: (atMost: number): Bulletin[] => selectPublished.all(atMost).map(toBulletin),
    /** Those that are to be read, the first published first. */
    listLive: (): Bulletin[] => selectLive.all().map(toBulletin),
    setLive: (ids: readonly string[], isLive: boolean): void =>
      void setLive.run(Number(isLive), JSON.stringify(ids)),
  };
}
