import { type Actor, activityBy } from '../../shared/domain/acting.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { fieldsChanged } from '../../shared/domain/row-change.ts';
import type { SettingsDeclaration } from '../../shared/domain/settings/declaration.ts';
import { APP_SCOPE, levelOf, type SettingsScope } from '../../shared/domain/settings/scope.ts';
import { findDeclaration } from '../../shared/domain/settings/settings-of.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import type { SubjectRef } from '../../shared/domain/subject.ts';
import { AppError } from '../../shared/errors.ts';
import type { SettingsChange } from '../../shared/ipc/contract/settings-contract.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { ActivityStore } from '../store/activities/activity-store.ts';
import type { InTransaction } from '../store/connection.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';

type Dependencies = {
  readonly settings: Pick<SettingsStore, 'valuesOf' | 'save'>;
  readonly shops: { get(id: ShopId): Shop | undefined };
  readonly activities: Pick<ActivityStore, 'append'>;
  readonly inTransaction: InTransaction;
  /** The rules of the shop have changed, so a job is to work out its tasks anew. */
  readonly tasksToRefresh: (id: ShopId) => void;
};

/** By field: before and after. */
type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

/** A change that the schema of its domain has let through. */
type CheckedChange = {
  readonly declaration: SettingsDeclaration;
  readonly values: Readonly<Record<string, unknown>>;
  /** The fields that would differ. */
  readonly changes: Changes;
};

export type Settings = ReturnType<typeof createSettings>;

/** Saves what people set, one domain at a time, each change with its activity. */
export function createSettings({ settings, shops, activities, inTransaction, tasksToRefresh }: Dependencies) {
  function placeOf(scope: SettingsScope): { readonly subject: SubjectRef; readonly name: string } {
    if (scope === APP_SCOPE) return { subject: { kind: 'app', id: APP_SCOPE }, name: '' };
    const shop = shops.get(scope);
    if (!shop) throw new AppError('not-found', '该店铺已不存在，设置没有保存');
    return { subject: { kind: 'shop', id: scope }, name: `「${shop.name}」的` };
  }

  function check({ scope, key, values: given }: SettingsChange): CheckedChange {
    const declaration = findDeclaration(key);
    if (declaration?.level !== levelOf(scope))
      throw new AppError('invalid-input', `没有名为 ${key} 的设置，没有保存`);
    refuseUnknownFields(declaration, given);
    const before = settings.valuesOf(scope, declaration);
    const parsed = declaration.schema.safeParse({ ...before, ...given });
    if (!parsed.success)
      throw new AppError('invalid-input', describeProblem(declaration, parsed.error.issues));
    return { declaration, values: parsed.data, changes: changedFields(before, parsed.data) };
  }

  return {
    /** Whether an agent who is no lead must not make this change. */
    isForLeads(change: SettingsChange): boolean {
      const { declaration, changes } = check(change);
      return Object.keys(changes).some(
        (field) => (declaration.fields[field]?.changedBy ?? declaration.changedBy) === 'lead',
      );
    },

    /** `null`: everything is as it was already. */
    save: (change: SettingsChange, actor: Actor): Recorded | null =>
      inTransaction(() => {
        const { subject, name } = placeOf(change.scope);
        const { declaration, values, changes } = check(change);
        if (Object.keys(changes).length === 0) return null;
        settings.save(change.scope, declaration.key, values);
        const activity = activities.append({
          ...activityBy(actor, subject),
          kind: 'settings-changed',
          data: {
            text: declaration.title,
            changes: [fieldsChanged(settingsRow(change.scope, declaration.key), changes)],
          },
        });
        if (change.scope !== APP_SCOPE) tasksToRefresh(change.scope);
        return { activityId: activity.id, message: `已保存${name}${declaration.title}设置` };
      }),
  };
}

const settingsRow = (scope: SettingsScope, key: string) => ({ table: 'settings', id: `${scope}/${key}` });

function refuseUnknownFields(
  { title, fields }: SettingsDeclaration,
  given: Readonly<Record<string, unknown>>,
): void {
  const unknown = Object.keys(given).find((field) => !(field in fields));
  if (unknown !== undefined)
    throw new AppError('invalid-input', `「${title}」没有名为 ${unknown} 的设置，没有保存`);
}

function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Changes {
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
  );
  return Object.fromEntries(changed.map(([field, value]) => [field, [before[field], value]]));
}

type Issue = {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
};

function describeProblem({ title, fields }: SettingsDeclaration, issues: readonly Issue[]): string {
  const [issue] = issues;
  const label = fields[String(issue?.path[0])]?.label ?? '内容';
  // Only the rules that a domain wrote itself come with a Chinese sentence.
  const why = issue?.code === 'custom' ? `：${issue.message}` : '不符合要求';
  return `${title}的「${label}」${why}，没有保存`;
}
