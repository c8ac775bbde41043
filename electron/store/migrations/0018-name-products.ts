import type { Migration } from './migration.ts';

/** Agents say of a product how scripts call it; files know its title only, so the title is what tells products apart. */
export const nameProducts: Migration = {
  name: 'name products',
  up(db) {
    db.exec(/* sql */ `
      CREATE TABLE product_names (
        title TEXT PRIMARY KEY,
        name TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
