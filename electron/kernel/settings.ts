import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { AgentId, ShopId } from '../../shared/domain/ids.ts';
import type { SettingsDeclaration } from '../../shared/domain/settings/declaring/declaration.ts';
import {
  APP_SCOPE,
  levelOf,
  type SettingsScope,
  settingsPlace,
  settingsRowId,
} from '../../shared/domain/settings/declaring/scope.ts';
import { findDeclaration } from '../../shared/domain/settings/settings-of.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { SettingsChange } from '../../shared/ipc/contract/program/settings-contract.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { InTransaction } from '../store/connection.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';
import type { UndoHooks } from '../store/undoable-table.ts';
import type { Act } from './activities/act.ts';

type Shops = { get(id: ShopId): Shop | undefined };

type Ports = {
  readonly settings: Pick<SettingsStore, 'valuesOf' | 'save'>;
  readonly shops: Shops;
  /** The rules of the shop have changed, so a job is to work out its tasks anew. */
  readonly tasksToRefresh: (id: ShopId) => void;
};

type Dependencies = Ports & { readonly act: Act; readonly inTransaction: InTransaction };

/** A change that the schema of its domain has let through. */
type CheckedChange = {
  readonly declaration: SettingsDeclaration;
  readonly values: Readonly<Record<string, unknown>>;
  /** The fields that would differ. */
  readonly fields: readonly string[];
};

export type Settings = ReturnType<typeof createSettings>;

/** Saves what people set, one domain at a time, each change with its activity. */
export function createSettings({ settings, shops, act, inTransaction, tasksToRefresh }: Dependencies) {
  const check = createCheck(settings);

  return {
    /** Whether an agent who is no lead must not make this change. */
    isForLeads: (change: SettingsChange): boolean => isForLeads(check(change)),

    /** `null`: everything is as it was already. */
    save: (change: SettingsChange, actor: Actor): Recorded | null =>
      inTransaction(() => {
        const { scope } = change;
        const { subject, name } = placeOf(scope, shops);
        const { declaration, values, fields } = check(change);
        if (fields.length === 0) return null;
        return act(actor, () => ({
          subject,
          kind: 'settings-changed',
          data: { text: declaration.title },
          rows: [{ table: 'settings', id: settingsRowId(scope, declaration.key) }],
          write() {
            settings.save(scope, declaration.key, values);
            if (scope !== APP_SCOPE) tasksToRefresh(scope);
          },
          message: `已保存${name}${declaration.title}设置`,
        }));
      }),
  };
}

type UndoPorts = Ports & {
  /** Refuses an agent who is no lead; where nobody leads, anybody may. */
  readonly requireLeadIfAny: (agentId: AgentId | null) => void;
};

/** To set something back needs the same right as to set it, and has the same effect. */
export function createSettingsUndoHooks(ports: UndoPorts): UndoHooks {
  const { settings, shops, tasksToRefresh, requireLeadIfAny } = ports;
  const check = createCheck(settings);
  return {
    table: 'settings',
    before(id, fields, { agentId }) {
      const place = settingsPlace(id);
      placeOf(place.scope, shops);
      if (isForLeads(check({ ...place, values: { ...fields } }))) requireLeadIfAny(agentId);
    },
    after(id) {
      const { scope } = settingsPlace(id);
      if (scope !== APP_SCOPE) tasksToRefresh(scope);
    },
  };
}

function placeOf(
  scope: SettingsScope,
  shops: Shops,
): { readonly subject: SubjectRef; readonly name: string } {
  if (scope === APP_SCOPE) return { subject: asSubject('app', APP_SCOPE), name: '' };
  const shop = shops.get(scope);
  if (!shop) throw new AppError('not-found', '该店铺已不存在，设置没有保存');
  return { subject: { kind: 'shop', id: scope }, name: `「${shop.name}」的` };
}

function isForLeads({ declaration, fields }: CheckedChange): boolean {
  return fields.some((field) => (declaration.fields[field]?.changedBy ?? declaration.changedBy) === 'lead');
}

function createCheck(settings: Pick<SettingsStore, 'valuesOf'>) {
  return ({ scope, key, values: given }: SettingsChange): CheckedChange => {
    const declaration = findDeclaration(key);
    if (declaration?.level !== levelOf(scope))
      throw new AppError('invalid-input', `没有名为 ${key} 的设置，没有保存`);
    refuseUnknownFields(declaration, given);
    const before = settings.valuesOf(scope, declaration);
    const parsed = declaration.schema.safeParse({ ...before, ...given });
    if (!parsed.success)
      throw new AppError('invalid-input', describeProblem(declaration, parsed.error.issues));
    return { declaration, values: parsed.data, fields: changedFields(before, parsed.data) };
  };
}

function refuseUnknownFields(
  { title, fields }: SettingsDeclaration,
  given: Readonly<Record<string, unknown>>,
): void {
  const unknown = Object.keys(given).find((field) => !Object.hasOwn(fields, field));
  if (unknown !== undefined)
    throw new AppError('invalid-input', `「${title}」没有名为 ${unknown} 的设置，没有保存`);
}

function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(after).filter((field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]));
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
