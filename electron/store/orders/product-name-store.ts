import { ProductName } from '../../../shared/domain/orders/product-name.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';

/** The names that agents have given to products; a product without one has no row. */
export function createProductNameStore(db: WritableDb) {
  const select = db.prepare<[string], ProductName>('SELECT title, name FROM product_names WHERE title = ?');
  const selectAll = db.prepare<[], ProductName>('SELECT title, name FROM product_names ORDER BY title');
  const upsert = db.prepare<[ProductName]>(/* sql */ `
    INSERT INTO product_names (title, name) VALUES (@title, @name)
    ON CONFLICT (title) DO UPDATE SET name = excluded.name`);
  const remove = db.prepare<[string]>('DELETE FROM product_names WHERE title = ?');

  return {
    nameOf: (title: string): string | undefined => select.get(title.trim())?.name,
    list: (): ProductName[] => selectAll.all(),
    save: (named: ProductName): void => void upsert.run(named),
    remove: (title: string): void => void remove.run(title),
    undoable: undoableTable<ProductName>({
      table: 'product_names',
      recorded: ProductName,
      guarded: ['name'],
      get: (title) => select.get(title),
      save: (named) => void upsert.run(named),
      remove: (title) => void remove.run(title),
    }),
  };
}
