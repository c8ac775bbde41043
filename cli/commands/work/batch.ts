import { readFileSync } from 'node:fs';
import {
  type BatchItem,
  PARTIES,
  type Party,
  partyLabel,
} from '../../../shared/domain/batches/batch-item.ts';
import type { GivenAnswer } from '../../../shared/domain/batches/match-answers.ts';
import { readAnswerText } from '../../../shared/domain/batches/read-answers.ts';
import { AppError } from '../../../shared/errors.ts';
import { toBeijingIso } from '../../../shared/time/beijing.ts';
import { agentNamed } from '../../agents.ts';
import { type CommandResult, done, type Invocation, type StoreCommand, UsageError } from '../../command.ts';
import type { Core } from '../../core.ts';
import { oneOf, optional, refuseWords, required } from '../../values.ts';

const VERBS = ['list', 'send', 'answer'] as const;
const SHEET = /\.(xlsx|csv)$/i;

const itemJson = ({ id, orderNo, trackingNo, question, state }: BatchItem, answer: string | null = null) => ({
  id,
  orderNo,
  trackingNo,
  question,
  state: answer === null ? state : 'answered',
  answer,
});

const STATE_WORDS = { queued: '待发', sent: '待回复' } as const;
const lineOf = ({ question, state }: BatchItem) => `${STATE_WORDS[state]}  ${question}`;

type Asked = {
  readonly core: Core;
  readonly party: Party;
  readonly items: readonly BatchItem[];
  readonly actor: { readonly agentId: ReturnType<typeof agentNamed>['id']; readonly nowMs: number };
};

function save({ core, party }: Asked, items: readonly BatchItem[], out: string | undefined): void {
  if (out !== undefined) core.saveTable(out, core.batches.table(items, party));
}

function list(asked: Asked, out: string | undefined): CommandResult {
  const { items, party } = asked;
  save(asked, items, out);
  const lines = items.length === 0 ? [`没有要问${partyLabel(party)}的`] : items.map(lineOf);
  return done({ batch: null, items: items.map((item) => itemJson(item)), unmatched: [] }, lines);
}

/** The file is there before it is written down that it went out. */
function send(asked: Asked, out: string | undefined): CommandResult {
  const { core, party, actor } = asked;
  const items = asked.items.filter(({ state }) => state === 'queued');
  if (items.length === 0)
    return done({ batch: null, items: [], unmatched: [] }, [`没有待发给${partyLabel(party)}的`]);
  save(asked, items, out);
  core.batches.send(items, party, actor);
  const sent = items.map((item) => itemJson({ ...item, state: 'sent' }));
  const batch = `${party}@${toBeijingIso(actor.nowMs)}`;
  return done(
    { batch, items: sent, unmatched: [] },
    items.map(({ question }, at) => `${at + 1}. ${question}`),
  );
}

function answersIn(core: Core, path: string): GivenAnswer[] {
  if (path !== '-' && SHEET.test(path)) return core.batches.readSheet(path);
  try {
    return readAnswerText(readFileSync(path === '-' ? 0 : path, 'utf8'));
  } catch (error) {
    throw new AppError('invalid-input', `无法读取回复：${path}`, { cause: error });
  }
}

function takeAnswers({ core, party, items, actor }: Asked, given: readonly GivenAnswer[]): CommandResult {
  const { matched, unmatched } = core.batches.answer(given, items, actor);
  const answers = new Map(matched.map(({ item, answer: text }) => [item.id, text]));
  const left = items.filter(({ id, state }) => state === 'sent' && !answers.has(id)).length;
  return {
    json: { batch: null, items: items.map((item) => itemJson(item, answers.get(item.id))), unmatched },
    lines: [
      `已记录 ${matched.length} 条回复`,
      ...(left > 0 ? [`${partyLabel(party)}还有 ${left} 条没有回复`] : []),
    ],
    errors: unmatched.map(({ line, answer: text, reason }) => `第 ${line} 行「${text}」：${reason}`),
    exitCode: matched.length === 0 ? 1 : 0,
  };
}

function run(invocation: Invocation): CommandResult {
  const { core, positionals, values } = invocation;
  const [verbText = '', ...rest] = positionals;
  refuseWords(rest);
  const verb = oneOf(verbText, VERBS, '动作');
  const party = oneOf(required(values, 'party'), PARTIES, '--party');
  const out = optional(values, 'out');
  if (out !== undefined && !SHEET.test(out)) throw new UsageError('--out 须以 .xlsx 或 .csv 结尾');
  // A file that cannot be read leaves no new agent behind.
  const given = verb === 'answer' ? answersIn(core, required(values, 'in')) : [];
  const actor = { agentId: agentNamed(invocation).id, nowMs: core.clock.now() };
  const items = core.batches.list(party, optional(values, 'carrier') ?? null, actor.agentId);
  const asked = { core, party, items, actor };
  if (verb === 'answer') return takeAnswers(asked, given);
  return verb === 'send' ? send(asked, out) : list(asked, out);
}

export const batchCommand: StoreCommand = {
  name: 'batch',
  usage: 'batch list|send|answer --party P --agent NAME [--carrier C] [--out FILE] [--in FILE|-]',
  summary: '把要问仓库、快递等的问题一起发出，一起收回回复',
  help: [
    '  list           要问的：待发的，和已发出等回复的',
    '  send           发出待发的：屏幕上是一段文字，--out 另存为表格',
    '  answer         收回 --in 的回复：填好的 .xlsx、.csv，或粘贴的文字（每条一行，带单号）',
    `  --party P      ${PARTIES.join('、')}`,
    '  --carrier C    只要这家快递的',
    '  --out FILE     保存为 .xlsx 或 .csv，带编号和「回复」列',
    '  --in FILE|-    回复的文件；- 从标准输入读',
    '  --agent NAME   客服，不存在时新建（必填）',
  ],
  options: {
    party: { type: 'string' },
    carrier: { type: 'string' },
    out: { type: 'string' },
    in: { type: 'string' },
    agent: { type: 'string' },
  },
  run,
};
