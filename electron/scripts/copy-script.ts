import type { Activity, NewActivity } from '../../shared/domain/activity.ts';
import { type FillValues, fillScript } from '../../shared/domain/fill-script.ts';
import type { AgentId, ScriptId } from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/script.ts';
import { AppError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { RecordUse } from '../script-learning/record-use.ts';
import type { InTransaction } from '../store/connection.ts';
import type { Occasion } from './script-occasion.ts';

type Dependencies = {
  readonly scripts: { get(id: ScriptId): Script | undefined; countUse(id: ScriptId, nowMs: EpochMs): void };
  readonly activities: { append(activity: NewActivity): Pick<Activity, 'id'> };
  readonly recordUse: RecordUse;
  readonly inTransaction: InTransaction;
};

type Request = {
  readonly scriptId: ScriptId;
  /** Which part, from 0; several parts are sent one after the other. */
  readonly part: number;
  readonly occasion: Occasion;
  /** What the agent typed; it wins over what the order says. */
  readonly answers: FillValues;
  readonly agentId: AgentId | null;
};

export type Copied =
  | { readonly kind: 'copied'; readonly text: string; readonly nextPart: number | null }
  | { readonly kind: 'incomplete'; readonly missing: string[] };

export type CopyScript = ReturnType<typeof createCopyScript>;

/** X3: the filled text of one part, with its use on record. A part that lacks a value is never handed out. */
export function createCopyScript({ scripts, activities, recordUse, inTransaction }: Dependencies) {
  function record(script: Script, { part, occasion, agentId }: Request, nowMs: EpochMs): void {
    const { orderId, task, situation } = occasion;
    const { id: activityId } = activities.append({
      atMs: nowMs,
      kind: 'script-copied',
      subject: orderId === null ? { kind: 'script', id: script.id } : { kind: 'order', id: orderId },
      agentId,
      taskId: task?.id ?? null,
      scriptId: script.id,
      importRunId: null,
      data: { scriptCode: script.code, part: part + 1, ...(task ? { step: task.step } : {}) },
    });
    // The parts of one script are one use.
    if (part > 0) return;
    scripts.countUse(script.id, nowMs);
    const { reason, grade } = situation;
    recordUse({ activityId, scriptId: script.id, agentId, orderId, task, reason, grade }, nowMs);
  }

  return (request: Request, nowMs: EpochMs): Copied => {
    const script = scripts.get(request.scriptId);
    const body = script?.parts[request.part];
    if (!script || body === undefined) throw new AppError('not-found', '该话术已不存在');
    const filled = fillScript(body, { ...request.occasion.values, ...withoutEmpty(request.answers) });
    if (filled.kind === 'incomplete') return { kind: 'incomplete', missing: [...filled.missing] };
    inTransaction(() => record(script, request, nowMs));
    const nextPart = request.part + 1;
    return { kind: 'copied', text: filled.text, nextPart: nextPart < script.parts.length ? nextPart : null };
  };
}

/** An answer left empty says nothing; what the order says stands. */
function withoutEmpty(answers: FillValues): FillValues {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer?.trim()));
}
