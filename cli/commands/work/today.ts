import { formatFen } from '../../../shared/domain/money.ts';
import type { WorkSum } from '../../../shared/domain/tasks/day-ahead.ts';
import { taskKindLabel } from '../../../shared/domain/tasks/task.ts';
import type { Today } from '../../../shared/ipc/contract/shifts/today-contract.ts';
import { formatBeijing, toBeijingIso } from '../../../shared/time/beijing.ts';
import { agentNamed } from '../../agents.ts';
import { done, type Invocation, type StoreCommand } from '../../command.ts';
import { optional, refuseWords } from '../../values.ts';

const yuan = (fen: number): string => formatFen(fen);
const sumJson = ({ count, amountFen }: WorkSum) => ({ count, amount: yuan(amountFen) });
const sumText = (label: string, { count, amountFen }: WorkSum) => `${label} ${count} 项 ¥${yuan(amountFen)}`;

function todayJson({ data, onDuty, handovers, bulletins, ahead, missed, done: achieved }: Today) {
  return {
    data: data.map(({ shopName, asOfMs }) => ({
      shop: shopName,
      asOf: asOfMs === null ? null : toBeijingIso(asOfMs),
    })),
    onDuty: onDuty.map(({ name, shift, untilMs }) => ({ agent: name, shift, until: toBeijingIso(untilMs) })),
    handovers: handovers.map(({ id, giverName, givenAtMs, count, openCount }) => ({
      id,
      from: giverName,
      givenAt: toBeijingIso(givenAtMs),
      count,
      open: openCount,
    })),
    notices: bulletins.map(({ title, publishedAtMs, mustReadByMs }) => ({
      title,
      publishedAt: toBeijingIso(publishedAtMs),
      mustReadBy: mustReadByMs === null ? null : toBeijingIso(mustReadByMs),
    })),
    now: sumJson(ahead.now),
    hour: sumJson(ahead.hour),
    later: sumJson(ahead.later),
    endsSoon: sumJson(ahead.endsSoon),
    kinds: ahead.kinds.map(({ kind, ...sum }) => ({ kind: taskKindLabel(kind), ...sumJson(sum) })),
    missed: sumJson(missed),
    done: {
      tasks: achieved.tasks,
      chased: achieved.chased,
      recovered: achieved.recovered,
      recoveredAmount: yuan(achieved.recoveredFen),
    },
  };
}

function todayText({ data, onDuty, handovers, bulletins, ahead, missed, done: achieved }: Today): string[] {
  return [
    ...data.map(({ shopName, asOfMs }) =>
      asOfMs === null ? `${shopName} 还没有导入过报表` : `${shopName} 数据截至 ${formatBeijing(asOfMs)}`,
    ),
    ...(onDuty.length === 0
      ? []
      : [`在班：${onDuty.map(({ name, untilMs }) => `${name} 至 ${formatBeijing(untilMs)}`).join('，')}`]),
    ...handovers.map(({ giverName, count }) => `${giverName} 交接 ${count} 项，待签收`),
    ...bulletins.map(({ title }) => `未读通知：${title}`),
    [sumText('现在', ahead.now), sumText('1 小时内', ahead.hour), sumText('今天稍后', ahead.later)].join(
      '，',
    ),
    ...ahead.kinds.map(({ kind, ...sum }) => `  ${sumText(taskKindLabel(kind), sum)}`),
    ...(missed.count === 0 ? [] : [sumText('已错过', missed)]),
    `今天完成 ${achieved.tasks} 项，催付 ${achieved.chased} 单，催回 ${achieved.recovered} 单 ¥${yuan(achieved.recoveredFen)}`,
  ];
}

function run(invocation: Invocation) {
  const { core, positionals, values } = invocation;
  refuseWords(positionals);
  const agentId = optional(values, 'agent') === undefined ? null : agentNamed(invocation).id;
  const today = core.showToday(agentId, null);
  return done(todayJson(today), todayText(today));
}

export const todayCommand: StoreCommand = {
  name: 'today',
  usage: 'today [--agent NAME]',
  summary: '今天：数据时间、待签收的交接、现在和今天要做的、已完成的',
  help: ['  --agent NAME   看这位客服的一天，不存在时新建；不写则看全部'],
  options: { agent: { type: 'string' } },
  run,
};
