import { z } from 'zod';
import type { SettingsDeclaration, SettingsLevel } from './declaring/declaration.ts';
import { SETTINGS } from './index.ts';

type Declared = (typeof SETTINGS)[number];

/** The values of every domain of a level by the domain's key, as rules and features read them. */
export type SettingsOf<Level extends SettingsLevel> = {
  [D in Extract<Declared, { readonly level: Level }> as D['key']]: z.output<D['schema']>;
};

export type SettingsKey<Level extends SettingsLevel = SettingsLevel> = Extract<
  Declared,
  { readonly level: Level }
>['key'];

/** The values of one domain out of those of a whole level. */
export function domainValues(settings: object, key: string): Readonly<Record<string, unknown>> {
  return { ...new Map<string, object>(Object.entries(settings)).get(key) };
}

/** Every declaration as what all of them have in common. */
export const DECLARATIONS: readonly SettingsDeclaration[] = SETTINGS;

export function findDeclaration(key: string): SettingsDeclaration | undefined {
  return DECLARATIONS.find((declaration) => declaration.key === key);
}

/** One entry per domain of the level; `valueOf` must answer with a value of that domain's schema. */
export function mapSettings<Level extends SettingsLevel>(
  level: Level,
  valueOf: (declaration: SettingsDeclaration) => unknown,
): SettingsOf<Level> {
  const entries = DECLARATIONS.filter((declaration) => declaration.level === level).map((declaration) => [
    declaration.key,
    valueOf(declaration),
  ]);
  // The entries are those of the level, by the same list that the type is made of.
  return Object.fromEntries(entries) as SettingsOf<Level>;
}

export function defaultSettings<Level extends SettingsLevel>(level: Level): SettingsOf<Level> {
  return mapSettings(level, ({ defaults }) => defaults);
}

/** Holds the values of a whole level; a domain that is left out comes with its defaults. */
export function settingsSchema<Level extends SettingsLevel>(level: Level): z.ZodType<SettingsOf<Level>> {
  const shape = mapSettings(level, ({ schema, defaults }) => schema.default(defaults));
  // Each entry of the shape is the schema of the value that the type has under the same key.
  return z.object(shape as unknown as z.ZodRawShape) as unknown as z.ZodType<SettingsOf<Level>>;
}

/** Completes stored settings by the defaults; a field that this build does not understand falls back to its default. */
export function completeSettings({ schema, defaults }: SettingsDeclaration, stored: unknown): unknown {
  const kept = typeof stored === 'object' && stored !== null ? stored : {};
  const whole = schema.safeParse({ ...defaults, ...kept });
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map(({ path }) => path[0]));
  const understood = Object.fromEntries(Object.entries(kept).filter(([field]) => !wrong.has(field)));
  const rest = schema.safeParse({ ...defaults, ...understood });
  return rest.success ? rest.data : defaults;
}
