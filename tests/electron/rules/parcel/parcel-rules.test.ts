import { describe, expect, it } from 'vitest';
import { parcelRules } from '../../../../electron/rules/parcel/index.ts';
import type { Parcel } from '../../../../shared/domain/parcels/parcel.ts';
import { DAY, HOUR } from '../../../../shared/time/durations.ts';
import { aParcelOrder, aParcelSubject, SHIPPED_AT_MS } from '../../../support/records/a-parcel.ts';

const SHIPPED = SHIPPED_AT_MS;
/** `[step, hours after shipping]`, as far as anything is wanted. */
const wanted = (facts: Partial<Parcel>) =>
  parcelRules
    .flatMap((rule) => rule.find(aParcelSubject(facts), SHIPPED))
    .map(({ step, dueAtMs }) => [step, (dueAtMs - SHIPPED) / HOUR]);

const reasons = (facts: Partial<Parcel>) =>
  parcelRules.flatMap((rule) => rule.find(aParcelSubject(facts), SHIPPED)).map(({ reason }) => reason);

const OVERDUE = ['overdue', 120];
const EXTEND = ['extend', 8 * 24];
const scan = (hours: number, lastText = '快件已到达【杭州中心】') => ({
  lastText,
  lastAtMs: SHIPPED + hours * HOUR,
});

describe('O13: when something is to do about a parcel', () => {
  it.each<[string, Partial<Parcel>, unknown[][]]>([
    ['nothing is known but when it was sent', {}, [OVERDUE]],
    ['nobody knows when it was sent', { order: null }, []],
    ['it has no scan a day after it was sent', { unscanned: '是' }, [['no-pickup', 24], OVERDUE, EXTEND]],
    ['it has not moved for two days', scan(10), [['stalled', 58], OVERDUE]],
    [
      'it has not moved for three days, where carriers take longer',
      { ...scan(10), order: aParcelOrder({ receiverAddress: '新疆维吾尔自治区 乌鲁木齐市' }) },
      [['stalled', 82], OVERDUE],
    ],
    ['the last scan is younger than the day on which it should come', scan(130), [['stalled', 178]]],
    ['it was not delivered', { ...scan(60), exception: '派送失败' }, [['undelivered', 60], EXTEND]],
    ['it comes back', scan(60, '客户拒收，快件已退回'), [['returning', 60], EXTEND]],
    [
      'the platform calls it late',
      { exception: '签收超时', exceptionAtMs: SHIPPED + 80 * HOUR },
      [['overdue', 80], EXTEND],
    ],
    ['it was signed for', scan(60, '已签收，签收人：本人'), []],
    [
      'the customer says that it was not received',
      { ...scan(60, '已签收，签收人：门卫'), disputedAtMs: SHIPPED + 70 * HOUR },
      [['not-received', 70], EXTEND],
    ],
    ['the order is completed', { ...scan(10), order: aParcelOrder({ status: 'completed' }) }, []],
    ['it is a return', { ...scan(10), isBack: true }, []],
  ])('%s', (_when, facts, steps) => {
    expect(wanted(facts)).toEqual(steps);
  });

  it('says what the last scan was and never more than is known', () => {
    expect(reasons(scan(10))).toEqual([
      '48 小时没有更新（最后记录 06-10 19:00）：快件已到达【杭州中心】',
      '该到未到，主动查件',
    ]);
  });
});

describe('O13: a customer who was told', () => {
  const told = { ...scan(10), toldAtMs: SHIPPED + 60 * HOUR, hearsAgainAtMs: SHIPPED + 84 * HOUR };

  it('hears again at the time that was promised', () => {
    expect(wanted(told)).toEqual([OVERDUE, ['again', 84]]);
  });

  it('is told anew of what goes wrong later', () => {
    expect(wanted({ ...told, ...scan(70) })).toContainEqual(['stalled', 118]);
  });

  it('waits for nothing once the parcel was signed for or the matter is settled', () => {
    expect(wanted({ ...told, ...scan(70, '已签收，签收人：本人') })).toEqual([]);
    expect(wanted({ ...told, settledAtMs: SHIPPED + 5 * DAY })).toEqual([]);
  });
});
