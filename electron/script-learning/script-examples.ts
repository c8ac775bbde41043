import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { ActivityKind } from '../../shared/domain/activities/activity-kinds.ts';
import {
  type ActivityId,
  type AgentId,
  type OrderId,
  ScriptExampleId,
  type ScriptId,
} from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { requireOrder } from '../../shared/domain/orders/require-order.ts';
import type { Script } from '../../shared/domain/scripts/script.ts';
import type { ScriptExample } from '../../shared/domain/scripts/script-example.ts';
import type { RecordedChange } from '../../shared/domain/scripts/script-learning/versions.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act, Deed } from '../kernel/activities/act.ts';
import type { ScriptExampleStore } from '../store/scripts/script-example-store.ts';

type Dependencies = {
  readonly examples: ScriptExampleStore;
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly orders: { get(id: OrderId): Order | undefined };
  readonly changes: { changesOf(id: ScriptId): RecordedChange[] };
  readonly act: Act;
  readonly newId: (nowMs: EpochMs) => string;
};

type NewExample = { readonly scriptId: ScriptId; readonly orderId: OrderId; readonly note: string };
type ExampleActor = Actor & { readonly agentId: AgentId };

/** K9: examples are collected on both sides, at the order and at the script; each step stands in the order's records. */
export function createScriptExamples(dependencies: Dependencies) {
  const { examples, scripts, orders, changes, act, newId } = dependencies;

  function existing(id: ScriptExampleId): ScriptExample {
    const found = examples.get(id);
    if (found?.removedAtMs !== null) throw new AppError('not-found', '该案例已不存在');
    return found;
  }

  function deed(
    kind: ActivityKind,
    { id, scriptId, orderId, note }: NewExample & { readonly id: ScriptExampleId },
  ) {
    return {
      subject: { kind: 'order', id: orderId },
      kind,
      scriptId,
      data: { text: note },
      rows: [{ table: 'script_examples', id }],
    } as const satisfies Deed;
  }

  /** The change of the script that came of the example. */
  function linking(found: ScriptExample, changeId: ActivityId | null) {
    return {
      ...deed('example-linked', found),
      write: () => examples.link(found.id, changeId),
      message: changeId === null ? '已取消关联' : '已关联到这次修改',
    };
  }

  function requireNew({ scriptId, orderId, note }: NewExample): void {
    if (!scripts.get(scriptId)) throw new AppError('not-found', '该话术已不存在');
    requireOrder(orders, orderId);
    const isThere = examples
      .listOfScript(scriptId)
      .some((one) => one.orderId === orderId && one.note === note);
    if (isThere) throw new AppError('conflict', '该订单已是这条话术的案例');
  }

  return {
    add(wanted: NewExample, actor: ExampleActor): Recorded & { readonly id: ScriptExampleId } {
      const id = ScriptExampleId.parse(newId(actor.nowMs));
      const recorded = act(actor, () => {
        requireNew(wanted);
        return {
          ...deed('example-added', { ...wanted, id }),
          write: () => examples.add({ ...wanted, id, agentId: actor.agentId, atMs: actor.nowMs }),
          message: '已加为案例',
        };
      });
      return { ...recorded, id };
    },
    remove: (id: ScriptExampleId, actor: Actor): Recorded =>
      act(actor, () => ({
        ...deed('example-removed', existing(id)),
        write: () => examples.remove(id, actor.nowMs),
        message: '已移除案例',
      })),
    link: (
      { id, changeId }: { readonly id: ScriptExampleId; readonly changeId: ActivityId | null },
      actor: Actor,
    ): Recorded =>
      act(actor, () => {
        const found = existing(id);
        const isOfScript = changes.changesOf(found.scriptId).some((change) => change.id === changeId);
        if (changeId !== null && !isOfScript) throw new AppError('not-found', '该话术没有这次修改');
        return linking(found, changeId);
      }),
    /** Part of the stroke that made the last change of its script; none where the example is gone. */
    linkingToLastChange(id: ScriptExampleId): Deed | null {
      const found = examples.get(id);
      if (found?.removedAtMs !== null) return null;
      const [last] = changes.changesOf(found.scriptId);
      return last ? linking(found, last.id) : null;
    },
  };
}

export type ScriptExamples = ReturnType<typeof createScriptExamples>;
