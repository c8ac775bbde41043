import type { z } from 'zod';
import type { WritableDb } from '../connection.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** Small facts of this PC, one JSON value per key. */
export function createSettingsStore(db: WritableDb) {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');
  const upsert = db.prepare<[string, string]>(/* sql */ `
    INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`);

  return {
    /** `undefined` where nothing was saved, or something that this build no longer understands. */
    read<S extends z.ZodType>(key: string, schema: S): z.output<S> | undefined {
      const row = select.get(key);
      if (!row) return undefined;
      const parsed = schema.safeParse(JSON.parse(row.value));
      return parsed.success ? parsed.data : undefined;
    },
    has: (key: string): boolean => select.get(key) !== undefined,
    write: (key: string, value: unknown): void => void upsert.run(key, JSON.stringify(value)),
  };
}
