import type { Migration } from './migration.ts';

/** O1: the memos of all orders are claims of one kind among all others. */
export const listMemos: Migration = {
  name: 'list memos',
  up(db) {
    db.exec(/* sql */ `
      CREATE INDEX claims_by_kind ON claims (kind) WHERE state <> 'withdrawn';
    `);
  },
};
