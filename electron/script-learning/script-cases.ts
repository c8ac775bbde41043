import { type Actor, activityBy } from '../../shared/domain/acting.ts';
import type { NewActivity } from '../../shared/domain/activity.ts';
import type { ActivityKind } from '../../shared/domain/activity-kinds.ts';
import {
  type ActivityId,
  type AgentId,
  type OrderId,
  ScriptCaseId,
  type ScriptId,
} from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/script.ts';
import type { ScriptCase } from '../../shared/domain/script-case.ts';
import type { RecordedChange } from '../../shared/domain/script-learning/versions.ts';
import { AppError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { InTransaction } from '../store/connection.ts';
import type { ScriptCaseStore } from '../store/scripts/script-case-store.ts';

type Dependencies = {
  readonly cases: ScriptCaseStore;
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly orders: { get(id: OrderId): object | undefined };
  readonly changes: { changesOf(id: ScriptId): RecordedChange[] };
  readonly activities: { append(activity: NewActivity): unknown };
  readonly inTransaction: InTransaction;
  readonly newId: (nowMs: EpochMs) => string;
};

type NewCase = { readonly scriptId: ScriptId; readonly orderId: OrderId; readonly note: string };
type CaseActor = Actor & { readonly agentId: AgentId };

/** K9: cases are collected on both sides, at the order and at the script; each step stands in the order's records. */
export function createScriptCases(dependencies: Dependencies) {
  const { cases, scripts, orders, changes, activities, inTransaction, newId } = dependencies;

  function existing(id: ScriptCaseId): ScriptCase & { readonly isRemoved: boolean } {
    const found = cases.get(id);
    if (!found) throw new AppError('not-found', '该案例已不存在');
    return found;
  }

  function record(kind: ActivityKind, { scriptId, orderId, note }: NewCase, actor: Actor): void {
    activities.append({
      ...activityBy(actor, { kind: 'order', id: orderId }),
      kind,
      scriptId,
      data: { text: note },
    });
  }

  function link(found: ScriptCase, changeId: ActivityId | null, actor: Actor): void {
    cases.link(found.id, changeId);
    record('case-linked', found, actor);
  }

  return {
    add: (wanted: NewCase, actor: CaseActor): ScriptCaseId =>
      inTransaction(() => {
        if (!scripts.get(wanted.scriptId)) throw new AppError('not-found', '该话术已不存在');
        if (!orders.get(wanted.orderId)) throw new AppError('not-found', '该订单已不存在');
        const isThere = cases
          .listOfScript(wanted.scriptId)
          .some(({ orderId, note }) => orderId === wanted.orderId && note === wanted.note);
        if (isThere) throw new AppError('conflict', '该订单已是这条话术的案例');
        const id = ScriptCaseId.parse(newId(actor.nowMs));
        cases.add({ ...wanted, id, agentId: actor.agentId, atMs: actor.nowMs });
        record('case-added', wanted, actor);
        return id;
      }),
    remove: (id: ScriptCaseId, actor: Actor): void =>
      inTransaction(() => {
        const found = existing(id);
        if (found.isRemoved) throw new AppError('conflict', '该案例已移除');
        cases.remove(id, actor.nowMs);
        record('case-removed', found, actor);
      }),
    restore: (id: ScriptCaseId, actor: Actor): void =>
      inTransaction(() => {
        const found = existing(id);
        if (!found.isRemoved) return;
        cases.restore(id);
        record('case-restored', found, actor);
      }),
    link: (
      { id, changeId }: { readonly id: ScriptCaseId; readonly changeId: ActivityId | null },
      actor: Actor,
    ): void =>
      inTransaction(() => {
        const found = existing(id);
        if (
          changeId !== null &&
          !changes.changesOf(found.scriptId).some((change) => change.id === changeId)
        ) {
          throw new AppError('not-found', '该话术没有这次修改');
        }
        link(found, changeId, actor);
      }),
    linkToLastChange: (id: ScriptCaseId, actor: Actor): void =>
      inTransaction(() => {
        const found = existing(id);
        const [last] = changes.changesOf(found.scriptId);
        if (last) link(found, last.id, actor);
      }),
  };
}

export type ScriptCases = ReturnType<typeof createScriptCases>;
