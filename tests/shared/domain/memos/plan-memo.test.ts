import { describe, expect, it } from 'vitest';
import type { MemoTemplate } from '../../../../shared/domain/memos/memo-template.ts';
import { planMemo } from '../../../../shared/domain/memos/plan-memo.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../shared/domain/team/shop.ts';
import { beijing } from '../../../support/records/an-order.ts';

const settings = DEFAULT_SHOP_SETTINGS.memo;
const filling = {
  reason: '不要了',
  courier: '顺丰',
  agentName: '小满',
  nowMs: beijing('2026-06-10 23:59'),
};
const plan = (template: MemoTemplate | null, options: Partial<Parameters<typeof planMemo>[0]> = {}) =>
  planMemo({ memo: null, pending: [], template, filling, settings, ...options });

describe('O1: a template fills itself', () => {
  it.each([
    ['unshipped', '不要了+小满/6.10', 'purple'],
    ['shipped', '不要了+小满/6.10', 'blue'],
  ] as const)('%s', (template, fragment, flag) => {
    expect(plan(template)).toMatchObject({ fragment, fullText: fragment, flag, problem: null });
  });

  it.each([
    ['price-change', '小满', 'yellow'],
    ['special', '顺丰+小满/6.10', 'red'],
    ['refundable', '可退款+小满/6.10', 'green'],
  ] as const)('%s, for which nobody needs a reason', (template, fragment, flag) => {
    expect(plan(template, { filling: { ...filling, reason: null } })).toMatchObject({ fragment, flag });
  });

  it('puts words that it has no slot for before its own, and leaves out what is not known', () => {
    expect(plan('special').fragment).toBe('不要了+顺丰+小满/6.10');
    expect(plan('special', { filling: { ...filling, reason: ' ', courier: null } }).fragment).toBe(
      '小满/6.10',
    );
    expect(plan('unshipped', { filling: { ...filling, reason: '尺码\n换大' } }).fragment).toBe(
      '尺码 换大+小满/6.10',
    );
  });

  it('writes the date as the shop has it', () => {
    const dateStyle = 'MM-DD';
    expect(plan('refundable', { settings: { ...settings, dateStyle } }).fragment).toBe(
      '不要了+可退款+小满/06-10',
    );
  });
});

describe('O1: the flag of several memos', () => {
  it.each([
    ['purple', 'special', 'purple'],
    ['red', 'unshipped', 'purple'],
    ['purple', 'shipped', 'blue'],
    ['blue', 'refundable', 'green'],
    ['green', 'price-change', 'green'],
  ] as const)('%s is to be written, then %s: %s', (pending, template, flag) => {
    const before = [{ fragment: '缺货+小满/6.9', flag: pending }];
    expect(plan(template, { pending: before }).flag).toBe(flag);
  });
});

describe('O1: a memo that cannot be copied', () => {
  it('is too long for the platform, and the agent is told by how much and what to do', () => {
    const memo = '备'.repeat(330);
    expect(plan('unshipped', { memo }).problem).toBe(
      '备注共 1014 字节，超过上限 1000 字节 14 字节；请缩短原因，或先在平台删减旧备注并重新导入',
    );
    expect(plan('unshipped', { memo: memo.slice(5) }).problem).toBeNull();
  });

  it('says nothing', () => {
    const templates = { ...settings.templates, unshipped: { text: '{原因}', flag: 'purple' } as const };
    expect(
      plan('unshipped', { settings: { ...settings, templates }, filling: { ...filling, reason: '' } })
        .problem,
    ).toBe('备注模板「未发货」没有可填的内容，请填写原因');
  });

  it('is there no more', () => {
    expect(plan(null).problem).toBe('该订单没有待写回的备注');
  });
});
