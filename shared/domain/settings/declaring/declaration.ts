import type { z } from 'zod';
import type { QuietHours } from '../../chasing/chase-settings.ts';
import type { QuietRange } from '../../team/quiet-hours.ts';

/** A shop has its own values; `app` settings hold for this PC, for every agent who works on it. */
export type SettingsLevel = 'shop' | 'app';

/** Agents may change what is theirs; leads change the rest, or any agent on a workstation without a lead. */
export type ChangedBy = 'agent' | 'lead';

/** The source of a default. Law, platform and practice change without us, so they carry the day of the check. */
const SETTING_SOURCE_LABELS = {
  law: '法律',
  platform: '平台规则',
  practice: '同行做法',
  seed: '客服岗位要求',
  choice: '程序初始值',
} as const;
type SettingSourceKind = keyof typeof SETTING_SOURCE_LABELS;
export type SettingSource = { readonly kind: SettingSourceKind; readonly note?: string };

/**
 * The page draws this to change a value. `whenOn` stands where the value may be `null`, which means off: the value that
 * a person starts with when switching it on. `own` values are set in a section of the domain's own.
 */
export type SettingInput =
  | { readonly kind: 'flag' }
  | { readonly kind: 'count'; readonly unit: string; readonly whenOn?: number }
  | { readonly kind: 'money'; readonly whenOn?: number }
  | { readonly kind: 'percent'; readonly whenOn?: number }
  | { readonly kind: 'duration'; readonly whenOn?: number }
  | { readonly kind: 'minute-of-day'; readonly whenOn?: number }
  | { readonly kind: 'quiet-hours'; readonly whenOn: QuietRange | QuietHours }
  /** Days of the week, 1 is Monday. */
  | { readonly kind: 'weekdays' }
  /** Days of the calendar, `'YYYY-MM-DD'`. */
  | { readonly kind: 'dates' }
  /** Words to look for, each as it stands in a text. */
  | { readonly kind: 'words' }
  | { readonly kind: 'choice'; readonly labels: Readonly<Record<string, string>> }
  | { readonly kind: 'own' };

export type SettingField = {
  readonly label: string;
  readonly hint?: string;
  readonly input: SettingInput;
  readonly source: SettingSource;
  /** `YYYY-MM-DD`, the day on which a person last looked the source up; `null` before the first time. */
  readonly checkedOn: string | null;
  /** Left out: as the domain says. */
  readonly changedBy?: ChangedBy;
};

/** Everything that one domain lets people set: its values, their meaning, and where the defaults come from. */
export type SettingsDeclaration<
  Key extends string = string,
  Level extends SettingsLevel = SettingsLevel,
  Shape extends z.ZodRawShape = z.ZodRawShape,
> = {
  /** The key of the stored row and the name under which rules read the values: `settings.chase`. */
  readonly key: Key;
  readonly level: Level;
  readonly title: string;
  readonly schema: z.ZodObject<Shape>;
  readonly defaults: z.output<z.ZodObject<Shape>>;
  readonly changedBy: ChangedBy;
  readonly fields: { readonly [Field in keyof Shape]: SettingField };
};

/** Ties schema, defaults and fields of one domain together: a field without its declaration does not compile. */
export function declareSettings<
  const Key extends string,
  const Level extends SettingsLevel,
  Shape extends z.ZodRawShape,
>(declaration: SettingsDeclaration<Key, Level, Shape>): SettingsDeclaration<Key, Level, Shape> {
  return declaration;
}

const MUST_BE_CHECKED: ReadonlySet<SettingSourceKind> = new Set(['law', 'platform', 'practice']);

/** `平台规则：一般为 24 小时，未核实` */
export function describeSource({ source, checkedOn }: Pick<SettingField, 'source' | 'checkedOn'>): string {
  const label = SETTING_SOURCE_LABELS[source.kind];
  const origin = source.note === undefined ? label : `${label}：${source.note}`;
  if (!MUST_BE_CHECKED.has(source.kind)) return origin;
  return checkedOn === null ? `${origin}，未核实` : `${origin}，${checkedOn} 核实`;
}
