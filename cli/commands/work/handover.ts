import type { HandoverId } from '../../../shared/domain/handovers/handover.ts';
import type { AgentId } from '../../../shared/domain/ids.ts';
import { idIn } from '../../../shared/domain/subjects/subject.ts';
import { AppError } from '../../../shared/errors.ts';
import type { HandoverDetail } from '../../../shared/ipc/contract/shifts/handover-contract.ts';
import { toBeijingIso } from '../../../shared/time/beijing.ts';
import { agentNamed } from '../../agents.ts';
import { done, type Invocation, type StoreCommand, UsageError } from '../../command.ts';
import type { Core } from '../../core.ts';
import { oneOf, optional } from '../../values.ts';

const VERBS = ['show', 'give', 'receive'] as const;

/** The sheet that waits for the agent, else the one that they are writing. */
function sheetOf({ handoverView, handoverActs, clock }: Core, agentId: AgentId): HandoverId {
  const [waiting] = handoverView.waiting(agentId);
  return waiting?.id ?? handoverActs.begin({ agentId, nowMs: clock.now() }).id;
}

function sheetJson({ sheet, lines }: HandoverDetail) {
  return {
    id: sheet.id,
    state: sheet.state,
    items: lines.map((line) => ({
      kind: line.kindLabel,
      orderNo: idIn(line.subject, 'order') === null ? null : line.title,
      promised: line.isPromise,
      toDo: line.toDo ?? line.reason,
      dueAt: toBeijingIso(line.dueAtMs),
      carried: line.carried,
      state: line.leftOut === null ? (line.result === null ? 'open' : 'done') : 'left-out',
    })),
  };
}

function receiverNamed({ stores }: Core, name: string | undefined): AgentId | null {
  if (name === undefined) return null;
  const agent = stores.agents.findByName(name);
  if (!agent) throw new AppError('not-found', `没有名为「${name}」的客服，请核对 --to`);
  return agent.id;
}

function receivable(core: Core, agentId: AgentId): HandoverId {
  const [waiting] = core.handoverView.waiting(agentId);
  if (!waiting) throw new AppError('not-found', '没有等待签收的交接单');
  return waiting.id;
}

function run(invocation: Invocation) {
  const { core, positionals, values } = invocation;
  const [verbText, ...rest] = positionals;
  if (verbText === undefined || rest.length > 0) throw new UsageError('请给出 show、give 或 receive');
  const verb = oneOf(verbText, VERBS, '动作');
  const out = optional(values, 'out');
  if (out !== undefined && !/\.(xlsx|csv)$/i.test(out)) throw new UsageError('--out 须以 .xlsx 或 .csv 结尾');
  const toId = receiverNamed(core, optional(values, 'to'));
  const agentId = agentNamed(invocation).id;
  const actor = { agentId, nowMs: core.clock.now() };
  const id = {
    show: () => sheetOf(core, agentId),
    give: () => core.handoverActs.begin(actor).id,
    receive: () => receivable(core, agentId),
  }[verb]();
  const said = {
    show: () => null,
    give: () => core.handoverActs.give(id, toId, actor).message,
    receive: () => core.handoverActs.receive(id, actor).message,
  }[verb]();
  const detail = core.handoverView.detail(id, agentId);
  if (out !== undefined) core.saveTable(out, core.handoverView.table(id));
  return done(sheetJson(detail), said === null ? detail.text.split('\n') : [said]);
}

export const handoverCommand: StoreCommand = {
  name: 'handover',
  usage: 'handover show|give|receive --agent NAME [--to NAME] [--out FILE]',
  summary: '看、交出或签收交接单',
  help: [
    '  show           等你签收的交接单，没有时是你正在写的',
    '  give           交出正在写的交接单',
    '  receive        签收，其中的待办归你',
    '  --agent NAME   客服，不存在时新建（必填）',
    '  --to NAME      交给哪位客服；不写则交给下一班',
    '  --out FILE     同时存成 .xlsx 或 .csv',
  ],
  options: { agent: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' } },
  run,
};
