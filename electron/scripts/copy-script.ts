import type { Activity, NewActivity } from '../../shared/domain/activity.ts';
import type { AgentId, ScriptId } from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/script.ts';
import type { FillValues } from '../../shared/domain/script-template/render-script.ts';
import {
  fieldsOf,
  type ScriptField,
  type ScriptMessage,
} from '../../shared/domain/script-template/script-message.ts';
import { AppError } from '../../shared/errors.ts';
import type { CopiedContent } from '../../shared/ipc/contract/script-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { RecordUse } from '../script-learning/record-use.ts';
import type { InTransaction } from '../store/connection.ts';
import type { RememberAnswers } from './remember-answers.ts';
import type { RenderForOccasion } from './render-for-occasion.ts';
import type { Occasion } from './script-occasion.ts';

type Request = {
  readonly scriptId: ScriptId;
  /** Which message, from 0; they are sent one after the other. */
  readonly message: number;
  readonly occasion: Occasion;
  /** What the agent typed; it wins over what the order says. */
  readonly answers: FillValues;
  readonly agentId: AgentId | null;
};

/** What is about to be handed out, for the checks. */
export type PlannedCopy = Request & {
  readonly script: Script;
  readonly content: CopiedContent;
  /** What wording is judged by, see `ScriptMessage`; empty for a picture. */
  readonly words: string;
};

/** Throws what the agent has to read where the copy must not be made. */
export type CheckCopy = (copy: PlannedCopy) => void;

type Dependencies = {
  readonly scripts: { get(id: ScriptId): Script | undefined; countUse(id: ScriptId, nowMs: EpochMs): void };
  readonly render: RenderForOccasion;
  readonly checks: readonly CheckCopy[];
  readonly activities: { append(activity: NewActivity): Pick<Activity, 'id'> };
  readonly recordUse: RecordUse;
  readonly rememberAnswers: RememberAnswers;
  readonly inTransaction: InTransaction;
};

export type Copied =
  | {
      readonly kind: 'copied';
      readonly content: CopiedContent;
      readonly next: number | null;
      readonly total: number;
    }
  /** Everything the script asks, whichever message was wanted: the agent is asked once. */
  | { readonly kind: 'incomplete'; readonly fields: ScriptField[] };

export type CopyScript = ReturnType<typeof createCopyScript>;

/** X3: one message, filled in, with its use on record. A script that lacks a value is never handed out. */
export function createCopyScript(dependencies: Dependencies) {
  const { scripts, render, checks, activities, recordUse, rememberAnswers, inTransaction } = dependencies;

  function record({ script, message, occasion, agentId, answers }: PlannedCopy, nowMs: EpochMs): void {
    const { orderId, task, situation } = occasion;
    const { id: activityId } = activities.append({
      atMs: nowMs,
      kind: 'script-copied',
      subject: orderId === null ? { kind: 'script', id: script.id } : { kind: 'order', id: orderId },
      agentId,
      taskId: task?.id ?? null,
      scriptId: script.id,
      importRunId: null,
      data: { scriptCode: script.code, part: message + 1, ...(task ? { step: task.step } : {}) },
    });
    rememberAnswers({ agentId, answers }, nowMs);
    // The messages of one script are one use.
    if (message > 0) return;
    scripts.countUse(script.id, nowMs);
    const { reason, grade } = situation;
    recordUse({ activityId, scriptId: script.id, agentId, orderId, task, reason, grade }, nowMs);
  }

  return (request: Request, nowMs: EpochMs): Copied => {
    const script = scripts.get(request.scriptId);
    if (!script) throw new AppError('not-found', '该话术已不存在');
    const { messages, problems } = render({ ...request, script });
    const [problem] = problems;
    if (problem !== undefined)
      throw new AppError('invalid-input', `「${script.title}」${problem}，请先修改话术`);
    const fields = fieldsOf(messages);
    if (fields.length > 0) return { kind: 'incomplete', fields };
    const planned = { ...request, script, ...contentOf(messages, request.message) };
    for (const check of checks) check(planned);
    inTransaction(() => record(planned, nowMs));
    const next = request.message + 1;
    return {
      kind: 'copied',
      content: planned.content,
      next: next < messages.length ? next : null,
      total: messages.length,
    };
  };
}

function contentOf(
  messages: readonly ScriptMessage[],
  index: number,
): Pick<PlannedCopy, 'content' | 'words'> {
  const message = messages[index];
  if (messages.length === 0)
    throw new AppError('invalid-input', '按当前的客户与时间，这条话术没有要发的内容');
  if (message === undefined) throw new AppError('not-found', '这条话术已经改短，请从第一条重新复制');
  if (message.kind === 'text') return { content: { kind: 'text', text: message.text }, words: message.words };
  const { name, pictureId } = message;
  if (pictureId === null) throw new AppError('not-found', `没有名为「${name}」的图片，请在话术库补上`);
  return { content: { kind: 'picture', name, pictureId }, words: '' };
}
