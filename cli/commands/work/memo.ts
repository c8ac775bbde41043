import { MEMO_TEMPLATE_LABELS, templateNamed } from '../../../shared/domain/memos/memo-template.ts';
import { FLAG_LABELS } from '../../../shared/domain/orders/order.ts';
import { AppError } from '../../../shared/errors.ts';
import { agentNamed } from '../../agents.ts';
import { done, type Invocation, type StoreCommand, UsageError } from '../../command.ts';
import { orderNumbered } from '../../orders.ts';
import { optional, required } from '../../values.ts';

const NAMES = Object.values(MEMO_TEMPLATE_LABELS).join('、');

function templateOf(name: string) {
  const template = templateNamed(name);
  if (template === undefined) throw new AppError('invalid-input', `没有备注模板「${name}」，只有 ${NAMES}`);
  return template;
}

function run(invocation: Invocation) {
  const { core, positionals, values } = invocation;
  const [no, name, ...rest] = positionals;
  if (no === undefined || name === undefined || rest.length > 0) {
    throw new UsageError('请给出订单编号与备注模板：memo ORDER_NO TEMPLATE');
  }
  required(values, 'agent');
  const template = templateOf(name);
  const orderId = orderNumbered(core, no).id;
  const [reason, courier] = [optional(values, 'text'), optional(values, 'courier')];
  // A refused memo leaves no new agent behind.
  const { memo, fullText, bytes } = core.inTransaction(() => {
    const actor = { agentId: agentNamed(invocation).id, nowMs: core.clock.now() };
    return core.memos.copy({ orderId, template, reason, courier }, actor);
  });
  const { id, fragment, flag, state } = memo;
  return done({ id, fragment, fullText, flag, bytes, state }, [
    fullText,
    `${FLAG_LABELS[flag]}，${bytes} 字节`,
  ]);
}

export const memoCommand: StoreCommand = {
  name: 'memo',
  usage: 'memo ORDER_NO TEMPLATE [--text T] [--courier C] --agent NAME',
  summary: '按店铺模板写订单备注，输出整条备注与旗帜，记为待写回',
  help: [
    `  TEMPLATE       ${NAMES}`,
    '  --text T       原因；不给时取最近一次退款的原因',
    '  --courier C    快递；不给时取订单的快递公司',
    '  --agent NAME   客服，不存在时新建（必填）',
  ],
  options: { text: { type: 'string' }, courier: { type: 'string' }, agent: { type: 'string' } },
  run,
};
