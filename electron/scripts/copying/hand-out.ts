import type { Activity, NewActivity } from '../../../shared/domain/activities/activity.ts';
import type { AgentId, ScriptId } from '../../../shared/domain/ids.ts';
import type { Script } from '../../../shared/domain/scripts/script.ts';
import type { FillValues } from '../../../shared/domain/scripts/script-template/render-script.ts';
import {
  type Reworded,
  requireNoTags,
  rewordMessages,
} from '../../../shared/domain/scripts/script-template/reword-message.ts';
import {
  fieldsOf,
  type ScriptField,
  type ScriptMessage,
} from '../../../shared/domain/scripts/script-template/script-message.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CopiedContent } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { RecordUse } from '../../script-learning/record-use.ts';
import type { InTransaction } from '../../store/connection.ts';
import type { RememberAnswers } from './remember-answers.ts';
import type { RenderForOccasion } from './render-for-occasion.ts';
import type { Occasion } from './script-occasion.ts';
import type { WordingGate, WordingVerdict } from './wording-gate.ts';

/** For whom, by whom and with which words a script is handed out. */
export type HandOut = {
  readonly scriptId: ScriptId;
  readonly occasion: Occasion;
  /** The agent typed these; they win over the values of the order. */
  readonly answers: FillValues;
  readonly agentId: AgentId | null;
  /** R13: a lead has read what the shop objects to, and sends it all the same. */
  readonly overridesWording?: boolean;
  /** The agent's own words in the place of those of the script. */
  readonly reworded?: Reworded | undefined;
};

/** The copy before it is handed out, for the checks. */
export type PlannedCopy = HandOut & {
  /** Which message, from 0; they are sent one after the other. */
  readonly message: number;
  readonly script: Script;
  readonly content: CopiedContent;
  /** The wording checker reads these words, see `ScriptMessage`; empty for a picture. */
  readonly words: string;
};

/** Throws what the agent has to read where the copy must not be made. */
export type CheckCopy = (copy: PlannedCopy) => void;

export type HandOutDependencies = {
  readonly scripts: { get(id: ScriptId): Script | undefined; countUse(id: ScriptId, nowMs: EpochMs): void };
  readonly render: RenderForOccasion;
  readonly checks: readonly CheckCopy[];
  readonly judgeWording: WordingGate;
  readonly activities: { append(activity: NewActivity): Pick<Activity, 'id'> };
  readonly recordUse: RecordUse;
  readonly rememberAnswers: RememberAnswers;
  readonly inTransaction: InTransaction;
};

type Rendered = {
  readonly script: Script;
  readonly messages: readonly ScriptMessage[];
  /** Everything the script asks; it is not handed out before that is answered. */
  readonly fields: ScriptField[];
};

/** All ways of copying scripts go through this. */
export function createHandOut(dependencies: HandOutDependencies) {
  const { scripts, render, checks, judgeWording, activities, inTransaction } = dependencies;
  const { recordUse, rememberAnswers } = dependencies;

  function record(copy: PlannedCopy, overridden: string | null, nowMs: EpochMs): void {
    const { script, message, occasion, agentId, answers, reworded = {} } = copy;
    const { orderId, task, situation } = occasion;
    const told = [
      ...(Object.keys(reworded).length > 0 ? ['改了说法'] : []),
      ...(overridden === null ? [] : [`越过话术规范：${overridden}`]),
    ].join('，');
    const { id: activityId } = activities.append({
      atMs: nowMs,
      kind: 'script-copied',
      subject: orderId === null ? { kind: 'script', id: script.id } : { kind: 'order', id: orderId },
      agentId,
      taskId: task?.id ?? null,
      scriptId: script.id,
      importRunId: null,
      data: {
        scriptCode: script.code,
        part: message + 1,
        ...(task ? { taskKind: task.kind, step: task.step } : {}),
        ...(told === '' ? {} : { text: told }),
      },
    });
    rememberAnswers({ agentId, answers }, nowMs);
    // The messages of one script are one use.
    if (message > 0) return;
    scripts.countUse(script.id, nowMs);
    const { reason, grade } = situation;
    recordUse({ activityId, scriptId: script.id, agentId, orderId, task, reason, grade }, nowMs);
  }

  return {
    render(wanted: HandOut): Rendered {
      const script = scripts.get(wanted.scriptId);
      if (!script) throw new AppError('not-found', '该话术已不存在');
      const { reworded = {}, answers } = wanted;
      requireNoTags(reworded);
      const { messages: rendered, problems } = render({ ...wanted, script });
      const messages = rewordMessages(rendered, reworded, answers);
      const [problem] = problems;
      if (problem !== undefined)
        throw new AppError('invalid-input', `「${script.title}」${problem}，请先修改话术`);
      if (messages.length === 0)
        throw new AppError('invalid-input', `按当前的客户与时间，「${script.title}」没有要发的内容`);
      return { script, messages, fields: fieldsOf(messages) };
    },
    /** All of them or none: what is refused or blocked leaves no trace of the others. */
    checkAndRecord(copies: readonly PlannedCopy[], nowMs: EpochMs): WordingVerdict {
      for (const copy of copies) for (const check of checks) check(copy);
      const verdict = judgeWording(copies);
      if (verdict.kind === 'blocked') return verdict;
      inTransaction(() => {
        for (const copy of copies) record(copy, verdict.overridden, nowMs);
      });
      return verdict;
    },
  };
}
