import { DEADLINE_KIND_SPECS } from '../../../shared/domain/shared-parts/deadline-kinds/index.ts';
import { dateToMs } from '../../../shared/time/beijing.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import { agentNamed } from '../../agents.ts';
import { done, type Invocation, type StoreCommand, UsageError } from '../../command.ts';
import { instant, oneOf, required } from '../../values.ts';

const KINDS = ['refund', 'ship'] as const;
const LONGEST_HOURS = 24 * 90;

function hoursOf(text: string): number {
  const hours = Number(text);
  if (hours > 0 && hours <= LONGEST_HOURS) return hours;
  throw new UsageError(`--by 是 1–${LONGEST_HOURS} 的小时数，不是「${text}」`);
}

/** A date holds until its last moment in Beijing. */
function untilOf(text: string): number {
  const dayMs = dateToMs(text);
  return dayMs === undefined ? instant(text, 'until') : dayMs + DAY - 1;
}

function run(invocation: Invocation) {
  const { core, positionals, values } = invocation;
  if (positionals.length !== 1 || positionals[0] !== 'shift') {
    throw new UsageError('请写 deadlines shift');
  }
  const kind = oneOf(required(values, 'kind'), KINDS, '--kind');
  const byMs = Math.round(hoursOf(required(values, 'by')) * HOUR);
  const untilMs = untilOf(required(values, 'until'));
  const reason = required(values, 'reason');
  required(values, 'agent');
  const nowMs = core.clock.now();
  const { deadlines } = core.duties;
  if (deadlines.countEnding(kind, { afterMs: nowMs, untilMs }) === 0) {
    return done({ shifted: 0, activityId: null }, ['没有需要顺延的截止时间']);
  }
  const actor = { agentId: agentNamed(invocation).id, nowMs };
  const { subjects, activityId, message } = deadlines.shift({ kind, byMs, untilMs, reason }, actor);
  return done({ shifted: subjects.length, activityId }, [message]);
}

export const deadlinesCommand: StoreCommand = {
  name: 'deadlines',
  usage: 'deadlines shift --kind K --by HOURS --until DATE --reason T --agent NAME',
  summary: '节假日顺延：把现在起到某天为止的截止时间一起推后',
  help: [
    `  --kind K       ${KINDS.map((kind) => `${kind}（${DEADLINE_KIND_SPECS[kind].label}）`).join('、')}（必填）`,
    '  --by HOURS     推后多少小时（必填）',
    '  --until DATE   顺延此日（含）前到期的，例如 2026-10-08；已过期的不变（必填）',
    '  --reason T     原因，例如 国庆放假（必填）',
    '  --agent NAME   客服，不存在时新建（必填）',
  ],
  options: {
    kind: { type: 'string' },
    by: { type: 'string' },
    until: { type: 'string' },
    reason: { type: 'string' },
    agent: { type: 'string' },
  },
  run,
};
