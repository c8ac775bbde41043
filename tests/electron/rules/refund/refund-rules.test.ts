import { describe, expect, it } from 'vitest';
import { refundRules } from '../../../../electron/rules/refund/index.ts';
import { DAY, HOUR } from '../../../../shared/time/durations.ts';
import { aClaim } from '../../../support/records/a-claim.ts';
import {
  APPLIED_AT_MS,
  aRefundEnd,
  aRefundOrder,
  aRefundSubject,
  STATUS,
} from '../../../support/records/a-refund.ts';
import { beijing } from '../../../support/records/an-order.ts';

type Facts = Parameters<typeof aRefundSubject>[0];

/** `'decide-24h 06-15 09:00'` */
const stepsOf = (facts: Facts): string[] =>
  refundRules
    .flatMap((rule) => rule.find(aRefundSubject(facts), APPLIED_AT_MS))
    .map(({ step, dueAtMs }) => `${step} ${new Date(dueAtMs + 8 * HOUR).toISOString().slice(5, 16)}`);

const reasonsOf = (facts: Facts): string[] =>
  refundRules.flatMap((rule) => rule.find(aRefundSubject(facts), APPLIED_AT_MS)).map(({ reason }) => reason);

const END = beijing('2026-06-17 09:00');
const byFile = [aRefundEnd('file', END)];
/** The step behind the end of the file. */
const OVERDUE = 'overdue 06-17T09:00';
const OVERDUE_REASON = '超过 06-17 09:00 仍未完结：平台可能已处理或暂停计时，到后台核实 ¥39.00';
const returned = { platformStatus: STATUS.returned, returnSentAtMs: APPLIED_AT_MS, deadlines: byFile };

describe('A2, A4: a refund that waits for the shop', () => {
  it('is answered within two working hours, and again a day and four hours before the end', () => {
    expect(stepsOf({ deadlines: byFile })).toEqual([
      'first 06-10T11:00',
      'decide-24h 06-16T09:00',
      'decide-4h 06-17T05:00',
      OVERDUE,
    ]);
  });

  it('says the money and what the platform does by itself', () => {
    expect(reasonsOf({ deadlines: byFile })).toEqual([
      '新的退货退款：商品质量问题 ¥39.00',
      '06-17 09:00，超时自动同意 ¥39.00',
      '06-17 09:00，超时自动同意 ¥39.00',
      OVERDUE_REASON,
    ]);
    expect(reasonsOf({ platformType: '仅退款' }).at(-2)).toBe('06-11 21:00，超时自动退款 ¥39.00');
  });

  it('O7: names what the shop may owe besides, where it was late or has none, and counts it', () => {
    const late = { deadlines: byFile, reason: '未按约定时间发货' };
    expect(reasonsOf(late)).toEqual([
      '新的退货退款：未按约定时间发货 ¥39.00，先联系客户再处理，可能另赔 ¥11.70',
      '06-17 09:00，超时自动同意 ¥39.00，先联系客户再处理，可能另赔 ¥11.70',
      '06-17 09:00，超时自动同意 ¥39.00，先联系客户再处理，可能另赔 ¥11.70',
      OVERDUE_REASON,
    ]);
    const moneyOf = (facts: Facts) =>
      new Set(
        refundRules.flatMap((rule) =>
          rule.find(aRefundSubject(facts), APPLIED_AT_MS).map(({ amountAtRiskFen }) => amountAtRiskFen),
        ),
      );
    expect([...moneyOf(late)]).toEqual([5070]);
    expect([...moneyOf({ deadlines: byFile, reason: '缺货' })]).toEqual([5070]);
    expect([...moneyOf({ deadlines: byFile, reason: '不想要了' })]).toEqual([3900]);
  });

  it('that comes at night is not put off beyond its end', () => {
    const appliedAtMs = beijing('2026-06-13 20:00');
    expect(stepsOf({ appliedAtMs, deadlines: [aRefundEnd('file', beijing('2026-06-14 20:00'))] })).toEqual([
      'decide-4h 06-14T16:00',
      'overdue 06-14T20:00',
    ]);
  });

  it('is not answered for the first time twice', () => {
    expect(stepsOf({ deadlines: byFile, firstHandledAtMs: APPLIED_AT_MS + HOUR })).toEqual([
      'decide-24h 06-16T09:00',
      'decide-4h 06-17T05:00',
      OVERDUE,
    ]);
  });

  it('is seen where its file knows no time at all', () => {
    expect(stepsOf({ appliedAtMs: null })).toEqual(['first 06-10T11:00']);
  });

  it('says that its end has come nearer, at once', () => {
    const nearer = aRefundEnd('file', beijing('2026-06-12 09:00'), {
      originalAtMs: END,
      setAtMs: beijing('2026-06-10 12:00'),
    });
    expect(stepsOf({ deadlines: [nearer] })).toContain('decide-24h 06-10T12:00');
    expect(reasonsOf({ deadlines: [nearer] })[1]).toBe(
      '截止时间提前：原 06-17 09:00 现 06-12 09:00，超时自动同意 ¥39.00',
    );
  });

  it('rests while an agent has answered and no import has shown it', () => {
    expect(
      stepsOf({ deadlines: byFile, claims: [aClaim({ kind: 'refund-answered', state: 'open' })] }),
    ).toEqual([]);
    expect(
      stepsOf({ deadlines: byFile, claims: [aClaim({ kind: 'refund-answered', state: 'refuted' })] }),
    ).not.toEqual([]);
  });

  it('in a state without meaning is looked at only where a file names an end', () => {
    const platformStatus = '售后处理中';
    expect(stepsOf({ platformStatus })).toEqual([]);
    expect(reasonsOf({ platformStatus, deadlines: byFile })).toEqual([
      '状态无法识别：售后处理中，请到后台查看',
      OVERDUE_REASON,
    ]);
  });
});

describe('A4: goods on their way back', () => {
  it('that are not there five days before the end are refused first, and looked at on the last day', () => {
    expect(stepsOf(returned)).toEqual(['refuse 06-12T09:00', 'last-day 06-16T09:00', OVERDUE]);
    expect(reasonsOf(returned)).toEqual([
      '06-17 09:00 前未收到退货将自动退款 ¥39.00',
      '06-17 09:00 自动退款，货未到仓：延长或拒绝',
      OVERDUE_REASON,
    ]);
  });

  it('are traced where refusing is not possible', () => {
    const facts = { ...returned, reason: '七天无理由退换货' };
    expect(stepsOf(facts)).toEqual(['trace 06-12T09:00', 'last-day 06-16T09:00', OVERDUE]);
    expect(reasonsOf(facts)[0]).toContain('七天无理由退货不能拒绝，先查物流');
  });

  it('are paid back once they are there and whole, and disputed where they are not', () => {
    const arrivedAtMs = beijing('2026-06-13 10:00');
    expect(stepsOf({ ...returned, arrival: 'checked-ok', arrivedAtMs })).toEqual([
      'pay-back 06-14T10:00',
      OVERDUE,
    ]);
    expect(stepsOf({ ...returned, arrival: 'checked-bad', arrivedAtMs })).toEqual([
      'dispute-goods 06-13T22:00',
      OVERDUE,
    ]);
  });

  it('that come shortly before the end are looked at before it', () => {
    const late = { ...returned, arrivedAtMs: beijing('2026-06-16 23:00') };
    expect(stepsOf({ ...late, arrival: 'checked-ok' })[0]).toBe('pay-back 06-17T05:00');
    expect(stepsOf({ ...late, arrival: 'checked-bad' })[0]).toBe('dispute-goods 06-17T05:00');
  });

  it('are paid back where the courier says that they were signed for', () => {
    expect(stepsOf({ ...returned, returnState: '已签收' })).toEqual(['pay-back 06-11T09:00', OVERDUE]);
  });

  it('are looked for where nothing says when it ends', () => {
    expect(stepsOf({ platformStatus: STATUS.returned })).toEqual(['trace 06-11T09:00']);
  });
});

describe('A5: a return without a tracking number', () => {
  const agreed = { platformStatus: STATUS.agreed, agreedAtMs: APPLIED_AT_MS };

  it('is asked for after two days, three days before it closes and on the last day', () => {
    expect(stepsOf(agreed)).toEqual([
      'get-number 06-12T09:00',
      'get-number-3d 06-14T09:00',
      'get-number-1d 06-16T09:00',
    ]);
    expect(reasonsOf(agreed)[0]).toBe('买家未填退货单号，06-17 09:00 自动关闭');
  });

  it('cannot be paid back although the goods are there', () => {
    const arrivedAtMs = APPLIED_AT_MS + DAY;
    expect(stepsOf({ ...agreed, arrival: 'arrived', arrivedAtMs })).toEqual([
      'arrived-no-number 06-11T11:00',
    ]);
  });

  it('is no question once the number is there', () => {
    expect(stepsOf({ ...agreed, returnTrackingNo: 'YT0000000000001' })).toEqual([]);
  });
});

describe('A4: after a refusal', () => {
  const refused = {
    platformStatus: STATUS.refused,
    decision: 'refuse' as const,
    decidedAtMs: APPLIED_AT_MS,
  };

  it('the customer is written to on each of three days', () => {
    expect(stepsOf(refused)).toEqual([
      'after-refusal 06-11T09:00',
      'after-refusal 06-12T09:00',
      'after-refusal 06-13T09:00',
    ]);
  });

  it('evidence is due twelve hours and one hour before the platform decides', () => {
    const deadlines = [aRefundEnd('file', END, { kind: 'refund-proof' })];
    expect(stepsOf({ ...refused, intervention: '客服已介入', deadlines })).toEqual([
      'evidence 06-16T21:00',
      'evidence-1h 06-17T08:00',
    ]);
  });

  it('evidence is asked for at once where no file names its end', () => {
    expect(stepsOf({ ...refused, intervention: '客服已介入' })).toEqual(['evidence 06-10T09:00']);
  });
});

describe('5.7: cases that are easily got wrong', () => {
  it('a refund that the file shows as open behind its end is said to be overdue, and stays', () => {
    for (const facts of [{ deadlines: byFile }, returned]) {
      const wanted = refundRules.flatMap((rule) => rule.find(aRefundSubject(facts), APPLIED_AT_MS));
      expect(wanted.at(-2)).toMatchObject({ expiresAtMs: END });
      expect(wanted.at(-1)).toMatchObject({
        step: 'overdue',
        dueAtMs: END,
        expiresAtMs: null,
        amountAtRiskFen: 3900,
        reason: OVERDUE_REASON,
      });
    }
  });

  it('an end that is only estimated says so', () => {
    expect(reasonsOf({}).at(-1)).toContain('超过 06-11 21:00（按规则估算）仍未完结');
  });

  it('goods on their way are called back before money alone is paid for them', () => {
    const onTheirWay = { platformType: '已发货仅退款', goodsState: '未收到货', order: aRefundOrder() };
    expect(reasonsOf(onTheirWay)[0]).toContain('货在途，先申请追回');
    const arrived = { ...onTheirWay, order: aRefundOrder({ status: 'completed' }) };
    expect(reasonsOf(arrived)[0]).not.toContain('追回');
    expect(reasonsOf({ ...onTheirWay, goodsState: '已收到货' })[0]).not.toContain('追回');
    expect(reasonsOf({ ...onTheirWay, platformType: '退货退款' })[0]).not.toContain('追回');
  });

  it('极速退款: the money is gone and the goods are still awaited, until they are there', () => {
    const paid = { platformStatus: STATUS.success, isInstant: '是', refundedAtMs: APPLIED_AT_MS };
    expect(stepsOf(paid)).toEqual(['trace 06-17T09:00']);
    expect(reasonsOf(paid)).toEqual(['极速退款已付 ¥39.00，货仍未到仓，查退货物流']);
    expect(stepsOf({ ...paid, arrival: 'arrived', arrivedAtMs: END })).toEqual([]);
    expect(stepsOf({ ...paid, isInstant: '否' })).toEqual([]);
    expect(stepsOf({ ...paid, platformType: '仅退款' })).toEqual([]);
  });
});

it('A4: a refund that is over asks for nothing', () => {
  for (const platformStatus of [STATUS.success, STATUS.closed]) {
    expect(stepsOf({ platformStatus, deadlines: byFile })).toEqual([]);
  }
});
