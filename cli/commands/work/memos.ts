import { MEMO_STATE_LABELS, MEMO_STATES, type Memo } from '../../../shared/domain/memos/memo.ts';
import { FLAG_LABELS } from '../../../shared/domain/orders/order.ts';
import { toBeijingIso } from '../../../shared/time/beijing.ts';
import { done, type Invocation, type StoreCommand } from '../../command.ts';
import { oneOf, optional, refuseWords } from '../../values.ts';

function memoJson({ stores }: Invocation['core'], { id, orderId, agentId, ...memo }: Memo) {
  return {
    id,
    orderNo: stores.orders.get(orderId)?.no ?? null,
    state: memo.state,
    fragment: memo.fragment,
    flag: memo.flag,
    agent: agentId === null ? null : (stores.agents.get(agentId)?.name ?? null),
    copiedAt: toBeijingIso(memo.copiedAtMs),
  };
}

const lineOf = ({ orderNo, state, fragment, flag }: ReturnType<typeof memoJson>): string =>
  `${orderNo ?? '—'}  ${MEMO_STATE_LABELS[state]}  ${FLAG_LABELS[flag]}  ${fragment}`;

function run({ core, positionals, values }: Invocation) {
  refuseWords(positionals);
  const state = optional(values, 'state');
  const wanted = state === undefined ? null : oneOf(state, MEMO_STATES, '--state');
  const json = core.memos.list(wanted).map((memo) => memoJson(core, memo));
  return done(json, json.length === 0 ? ['没有备注'] : json.map(lineOf));
}

export const memosCommand: StoreCommand = {
  name: 'memos',
  usage: 'memos [--state S]',
  summary: '列出客服写的订单备注，最新的在前',
  help: [
    `  --state S    ${MEMO_STATES.map((state) => `${state}（${MEMO_STATE_LABELS[state]}）`).join('、')}`,
  ],
  options: { state: { type: 'string' } },
  run,
};
