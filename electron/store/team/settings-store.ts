import type { z } from 'zod';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type {
  SettingsDeclaration,
  SettingsLevel,
} from '../../../shared/domain/settings/declaring/declaration.ts';
import {
  APP_SCOPE,
  type SettingsScope,
  settingsPlace,
} from '../../../shared/domain/settings/declaring/scope.ts';
import {
  completeSettings,
  findDeclaration,
  mapSettings,
  type SettingsOf,
} from '../../../shared/domain/settings/settings-of.ts';
import type { AppSettings } from '../../../shared/domain/team/app-settings.ts';
import type { ShopSettings } from '../../../shared/domain/team/shop.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import type { UndoableTable } from '../undoable-table.ts';
import { memoryOf } from './connection-memory.ts';

/** The program's own notes; people do not set them. */
const NOTES = '';

type Row = { readonly key: string; readonly value: string };
type Stored = Readonly<Record<string, unknown>>;

/** Reads what people have set, for stores that look it up beside their own rows. */
export function createSettingsReader(db: ReadableDb) {
  const selectOf = db.prepare<[string], Row>('SELECT key, value FROM settings WHERE scope = ?');
  const memory = memoryOf(db);

  function storedOf(scope: string): ReadonlyMap<string, unknown> {
    return new Map(selectOf.all(scope).map(({ key, value }) => [key, JSON.parse(value)]));
  }

  const read = <L extends SettingsLevel>(level: L, scope: SettingsScope): SettingsOf<L> =>
    memory.remember(`settings of ${scope}`, () => {
      const stored = storedOf(scope);
      return mapSettings(level, (declaration) => completeSettings(declaration, stored.get(declaration.key)));
    });

  return {
    ofShop: (id: ShopId): ShopSettings => read('shop', id),
    ofApp: (): AppSettings => read('app', APP_SCOPE),
  };
}

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** The settings of people, by scope and domain, and small facts that the program notes, one JSON value per key. */
export function createSettingsStore(db: WritableDb) {
  const select = db.prepare<[string, string], Row>(
    'SELECT key, value FROM settings WHERE scope = ? AND key = ?',
  );
  const upsert = db.prepare<[string, string, string]>(/* sql */ `
    INSERT INTO settings (scope, key, value) VALUES (?, ?, ?)
    ON CONFLICT (scope, key) DO UPDATE SET value = excluded.value`);
  const memory = memoryOf(db);

  function storedOf(scope: SettingsScope, key: string): Stored {
    const row = select.get(scope, key);
    // A value that is not an object holds no field to read.
    return row === undefined ? {} : Object(JSON.parse(row.value));
  }

  const valuesOf = (scope: SettingsScope, declaration: SettingsDeclaration): Stored =>
    // A schema of settings is an object's.
    completeSettings(declaration, storedOf(scope, declaration.key)) as Stored;

  function save(scope: SettingsScope, key: string, values: Stored): void {
    upsert.run(scope, key, JSON.stringify({ ...storedOf(scope, key), ...values }));
    memory.forget();
  }

  const undoable: UndoableTable = {
    table: 'settings',
    guarded: 'all',
    current(id) {
      const { scope, key } = settingsPlace(id);
      const declaration = findDeclaration(key);
      return declaration && valuesOf(scope, declaration);
    },
    put(id, fields) {
      const { scope, key } = settingsPlace(id);
      save(scope, key, fields);
    },
  };

  return {
    undoable,
    ...createSettingsReader(db),
    /** The values of one domain, completed by its defaults. */
    valuesOf,
    /** Fields that only a newer build knows stay as they are. */
    save,
    /** `undefined` where nothing was noted, or something that this build no longer understands. */
    read<S extends z.ZodType>(key: string, schema: S): z.output<S> | undefined {
      const row = select.get(NOTES, key);
      if (!row) return undefined;
      const parsed = schema.safeParse(JSON.parse(row.value));
      return parsed.success ? parsed.data : undefined;
    },
    has: (key: string): boolean => select.get(NOTES, key) !== undefined,
    write: (key: string, value: unknown): void => void upsert.run(NOTES, key, JSON.stringify(value)),
  };
}
