import { beforeEach, describe, expect, it } from 'vitest';
import { createRememberAnswers } from '../../../../electron/scripts/copying/remember-answers.ts';
import { createScriptAnswerStore } from '../../../../electron/store/scripts/script-answer-store.ts';
import type { AgentId } from '../../../../shared/domain/ids.ts';
import { ANSWERS_KEPT } from '../../../../shared/domain/scripts/script-answers.ts';
import { createMemoryStore, insertAgent } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';

const ME = 'agent-1' as AgentId;
const OTHER = 'agent-2' as AgentId;

let answers: ReturnType<typeof createScriptAnswerStore>;
let remember: (given: Record<string, string>, nowMs: number, agentId?: AgentId | null) => void;
beforeEach(() => {
  const { db } = createMemoryStore();
  insertAgent(db, { id: ME });
  insertAgent(db, { id: OTHER, name: '知夏' });
  answers = createScriptAnswerStore(db);
  const rememberAnswers = createRememberAnswers({ answers });
  remember = (given, nowMs, agentId = ME) => rememberAnswers({ agentId, answers: given }, nowMs);
});

const offered = (field: string, agentId = ME) => answers.list({ agentId, field });

describe('X3 answers of the form', () => {
  it('are offered to the same agent, the newest first, a few of them', () => {
    for (let at = 1; at <= ANSWERS_KEPT + 2; at += 1) remember({ 颜色: `第${at}种` }, at);
    remember({ 颜色: ' 第5种 ' }, 99);
    expect(offered('颜色')).toEqual(['第5种', '第7种', '第6种', '第4种', '第3种']);
    expect(offered('颜色', OTHER)).toEqual([]);
    expect(offered('尺码')).toEqual([]);
  });

  it('are forgotten when the agent says so', () => {
    remember({ 颜色: '白' }, 1);
    answers.forget({ agentId: ME, field: '颜色', answer: '白' });
    expect(offered('颜色')).toEqual([]);
  });

  it.each([
    ['收货人', '林小满'],
    ['新地址', '示例路 1 号'],
    ['客户手机', '139'],
    ['订单号', '33'],
    ['退货单号', 'SF1'],
    ['旺旺名', '山间'],
    ['备注', '电话 13900000001'],
    ['金额', '41.00'],
    ['约定时间', '今天20:30'],
    ['颜色', ' '],
  ])('are not kept where they belong to one customer: %s', (field, answer) => {
    remember({ [field]: answer }, 1);
    expect(offered(field)).toEqual([]);
  });

  it('are kept for what the shop offers', () => {
    remember({ 优惠: '满99减10', 补差金额: '6.00' }, 1);
    expect([offered('优惠'), offered('补差金额')]).toEqual([['满99减10'], ['6.00']]);
  });

  it('of nobody are not kept', () => {
    remember({ 颜色: '白' }, 1, null);
    expect(offered('颜色')).toEqual([]);
  });

  it('are looked up by their key', () => {
    expect(plansOf((db) => createScriptAnswerStore(db).list({ agentId: ME, field: '颜色' }))).toEqual([
      expect.stringContaining('USING PRIMARY KEY (agent_id=? AND field=?)'),
    ]);
  });
});
