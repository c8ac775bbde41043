import { describe, expect, it } from 'vitest';
import type { BatchItem } from '../../../../shared/domain/batches/batch-item.ts';
import { matchAnswers } from '../../../../shared/domain/batches/match-answers.ts';
import { readAnswerText } from '../../../../shared/domain/batches/read-answers.ts';
import type { CaseId } from '../../../../shared/domain/ids.ts';

const item = (n: number): BatchItem => ({
  id: `case-${n}` as CaseId,
  shopId: null,
  shopName: null,
  orderNo: `33043700000000${10000 + n}`,
  customer: null,
  carrier: null,
  trackingNo: `SF0000000${10000 + n}`,
  question: '请核实',
  state: 'sent',
  nextCheckAtMs: 0,
});
const said = (id: string | null, numbers: string[], answer: string) => ({ line: 2, id, numbers, answer });

describe('A6, A7: answers find their questions', () => {
  const items = [item(1), item(2)];

  it('by order or tracking number where there is no id, as a chat has it', () => {
    const text = '1. SF000000010002 已拦截，新单号 YT99999999999\n\n3304370000000010001：在途';
    const { matched, unmatched } = matchAnswers(items, readAnswerText(text));
    expect(matched.map(({ item: { id }, answer }) => [id, answer])).toEqual([
      ['case-2', '1. SF000000010002 已拦截，新单号 YT99999999999'],
      ['case-1', '3304370000000010001：在途'],
    ]);
    expect(unmatched).toEqual([]);
  });

  it('by the digits alone, whatever a spreadsheet puts around them', () => {
    const { matched } = matchAnswers(items, [said(null, ["'3304370000000010001\t"], '好')]);
    expect(matched.map(({ item: { id } }) => id)).toEqual(['case-1']);
  });

  it('and are kept for a person where an id stands beside the number of another question', () => {
    const { matched, unmatched } = matchAnswers(items, [said('case-1', ['SF000000010002'], '已拦')]);
    expect(matched).toEqual([]);
    expect(unmatched[0]?.reason).toContain('是否只排序了部分列');
  });

  it('and are kept where a number belongs to two questions', () => {
    const twins = [item(1), { ...item(2), orderNo: item(1).orderNo }];
    const { unmatched } = matchAnswers(twins, [said(null, [String(item(1).orderNo)], '已拦')]);
    expect(unmatched[0]?.reason).toBe('对应 2 条待回复的问题，请写上编号');
  });

  it('once where the same answer stands there twice', () => {
    const { matched } = matchAnswers(items, [said('case-1', [], '好'), said('case-1', [], '好')]);
    expect(matched).toHaveLength(1);
  });

  it('and none is lost: every answer is matched or named', () => {
    const many = Array.from({ length: 500 }, (_, n) => item(n));
    const answers = many.map(({ id }, n) => said(n % 5 === 0 ? `x${id}` : id, [], `答 ${n}`)).toReversed();
    const { matched, unmatched } = matchAnswers(many, answers);
    expect([matched.length, unmatched.length]).toEqual([400, 100]);
    expect(matched.every(({ item: { id }, answer }) => answer === `答 ${id.slice(5)}`)).toBe(true);
  });
});
