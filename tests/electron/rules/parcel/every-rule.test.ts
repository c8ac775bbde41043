import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcelRules } from '../../../../electron/rules/parcel/index.ts';
import type { ParcelSubject } from '../../../../shared/domain/parcels/parcel-subject.ts';
import { TASK_KINDS, taskStepLabel } from '../../../../shared/domain/tasks/task.ts';
import { DAY } from '../../../../shared/time/durations.ts';
import { aParcelOrder, aParcelSubject, SHIPPED_AT_MS } from '../../../support/records/a-parcel.ts';

const moment = fc.integer({ min: -2 * DAY, max: 20 * DAY }).map((ms) => SHIPPED_AT_MS + ms);
const order = fc
  .record({
    status: fc.constantFrom('shipped' as const, 'completed' as const, 'closed' as const),
    paidFen: fc.option(fc.nat(100_000)),
    shippedAtMs: fc.option(moment),
    receiverAddress: fc.constantFrom('新疆维吾尔自治区 乌鲁木齐市', '浙江省 杭州市', null),
  })
  .map(aParcelOrder);

const anySubject: fc.Arbitrary<ParcelSubject> = fc
  .record({
    order: fc.option(order),
    isBack: fc.boolean(),
    status: fc.constantFrom('在途', '已签收', '未知词', null),
    exception: fc.constantFrom('揽收超时', '运输停滞', '派送失败', '退回', '丢件', '签收超时', null),
    exceptionAtMs: fc.option(moment),
    lastText: fc.constantFrom('快件已到达【杭州中心】', '派送失败，电话无人接听', null),
    lastAtMs: fc.option(moment),
    unscanned: fc.constantFrom('是', null),
    shippedAtMs: fc.option(moment),
    toldAtMs: fc.option(moment),
    hearsAgainAtMs: fc.option(moment),
    disputedAtMs: fc.option(moment),
    settledAtMs: fc.option(moment),
  })
  .map((facts) => aParcelSubject(facts));

describe.each(parcelRules.map((rule) => [rule.kind, rule] as const))('O13: the rule of %s', (_kind, rule) => {
  it('concerns whatever it wants something of, and wants nothing of what it calls settled', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const frozen = structuredClone(subject);
        const wanted = rule.find(subject, SHIPPED_AT_MS);
        expect(wanted.length > 0 && !rule.concerns(subject)).toBe(false);
        expect(rule.settledBy(subject) === null ? [] : wanted).toEqual([]);
        expect(rule.find(subject, SHIPPED_AT_MS + 30 * DAY)).toEqual(wanted);
        expect(subject).toEqual(frozen);
      }),
      { numRuns: 400 },
    );
  });

  it('wants tasks of its own kind in words about the parcel, each once', () => {
    const samples = fc.sample(anySubject, { numRuns: 1000, seed: 7 });
    const wanted = samples.flatMap((subject) => rule.find(subject, SHIPPED_AT_MS));
    expect(wanted.length).toBeGreaterThan(0);
    for (const task of wanted) {
      expect(task).toMatchObject({ kind: rule.kind, subject: { kind: 'parcel', id: 'parcel-1' } });
      expect(taskStepLabel(task.kind, task.step)).not.toBe(task.step);
      expect(task.reason).not.toMatch(/null|undefined|NaN/);
    }
    for (const subject of samples) {
      const names = rule
        .find(subject, SHIPPED_AT_MS)
        .map(({ step, occurrence = '' }) => `${step} ${occurrence}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

it('O13: each kind of task about parcels has one rule', () => {
  const kinds = parcelRules.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const kind of kinds) expect(TASK_KINDS).toContain(kind);
});
