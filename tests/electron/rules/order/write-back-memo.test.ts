import { describe, expect, it } from 'vitest';
import { writeBackMemo } from '../../../../electron/rules/order/write-back-memo.ts';
import type { AgentId, ClaimId } from '../../../../shared/domain/ids.ts';
import { DAY, MINUTE } from '../../../../shared/time/durations.ts';
import { aMemo } from '../../../support/records/a-memo.ts';
import { anOrder, anOrderSubject, PLACED_AT_MS } from '../../../support/records/an-order.ts';

const order = anOrder({ status: 'paid', paidFen: 8800 });
const find = (...claims: readonly ReturnType<typeof aMemo>[]) =>
  writeBackMemo.find(anOrderSubject({ order, claims }), PLACED_AT_MS);

describe('O1: a memo that was copied', () => {
  it('is to be written within ten minutes by the one who copied it', () => {
    expect(find(aMemo({}, { agentId: 'agent-1' as AgentId }))).toMatchObject([
      {
        kind: 'memo',
        step: 'write',
        dueAtMs: PLACED_AT_MS + 10 * MINUTE,
        expiresAtMs: null,
        amountAtRiskFen: 8800,
        reason: '备注还没写到订单：不要了+小满/6.10',
        ownerId: 'agent-1',
      },
    ]);
  });

  it('puts no money at risk where the price on the order shows it', () => {
    expect(find(aMemo({ template: 'price-change' }))).toMatchObject([{ amountAtRiskFen: 0 }]);
  });

  it('is one task with what was copied before, because one text holds both', () => {
    const later = aMemo({ fragment: '顺丰+小满/6.10' }, { id: 'memo-2' as ClaimId });
    expect(find(aMemo(), later)).toMatchObject([
      { step: 'write', reason: '备注还没写到订单：不要了+小满/6.10；顺丰+小满/6.10' },
    ]);
  });

  it('asks for nothing once it is written, proven or dropped', () => {
    expect(find(aMemo({ writtenAtMs: PLACED_AT_MS }))).toEqual([]);
    expect(find(aMemo({}, { state: 'proved' }))).toEqual([]);
    expect(find(aMemo({}, { state: 'withdrawn' }))).toEqual([]);
    const proven = anOrderSubject({ order, claims: [aMemo({}, { state: 'proved' })] });
    expect(writeBackMemo.settledBy(proven)?.reason).toBe('备注已核实或不再需要');
    expect(writeBackMemo.concerns(proven)).toBe(false);
  });
});

describe('O1, X4: a memo that an import does not show', () => {
  const refuted = { state: 'refuted', judgedAtMs: PLACED_AT_MS + DAY } as const;

  it('comes back with its words, for thirty days', () => {
    expect(find(aMemo({}, refuted))).toMatchObject([
      {
        step: 'unproven',
        dueAtMs: PLACED_AT_MS + DAY,
        expiresAtMs: PLACED_AT_MS + 31 * DAY,
        reason: '导入的订单上没有这条备注：不要了+小满/6.10',
      },
    ]);
  });

  it('says so where the words are there under another flag', () => {
    const flagged = { ...order, memo: '不要了+小满/6.10', flag: 'red' as const };
    const claims = [aMemo({}, refuted)];
    expect(writeBackMemo.find(anOrderSubject({ order: flagged, claims }), PLACED_AT_MS)).toMatchObject([
      { reason: '导入的订单是红旗，应为紫旗：不要了+小满/6.10' },
    ]);
  });
});
