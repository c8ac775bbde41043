import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundRules } from '../../../../electron/rules/refund/index.ts';
import { ARRIVALS } from '../../../../shared/domain/refunds/refund.ts';
import type { RefundSubject } from '../../../../shared/domain/refunds/refund-subject.ts';
import { TASK_KINDS, taskStepLabel } from '../../../../shared/domain/tasks/task.ts';
import { DAY } from '../../../../shared/time/durations.ts';
import { aClaim } from '../../../support/records/a-claim.ts';
import { APPLIED_AT_MS, aRefundEnd, aRefundSubject, STATUS } from '../../../support/records/a-refund.ts';

const moment = fc.integer({ min: -2 * DAY, max: 20 * DAY }).map((ms) => APPLIED_AT_MS + ms);
const anyEnds = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom('file', 'manual'),
      fc.constantFrom('refund', 'refund-proof'),
      moment,
      fc.option(moment),
    )
    .map(([source, kind, atMs, originalAtMs]) => aRefundEnd(source, atMs, { kind, originalAtMs })),
  { selector: ({ source, kind }) => source + kind },
);

const anySubject: fc.Arbitrary<RefundSubject> = fc
  .record({
    platformStatus: fc.constantFrom(...Object.values(STATUS), '售后处理中', null),
    platformType: fc.constantFrom('未发货仅退款', '退货退款', '换货', null),
    intervention: fc.constantFrom('无客服介入', '客服已介入', null),
    reason: fc.constantFrom('七天无理由退换货', '商品质量问题', null),
    appliedAtMs: fc.option(moment),
    agreedAtMs: fc.option(moment),
    returnSentAtMs: fc.option(moment),
    refundFen: fc.option(fc.nat(100_000)),
    returnTrackingNo: fc.constantFrom('YT0000000000001', null),
    returnState: fc.constantFrom('已签收', '运输中', null),
    decision: fc.constantFrom('refuse' as const, null),
    decidedAtMs: fc.option(moment),
    firstHandledAtMs: fc.option(moment),
    arrival: fc.constantFrom(...ARRIVALS, null),
    arrivedAtMs: fc.option(moment),
    deadlines: anyEnds,
    claims: fc.constantFrom([], [aClaim({ kind: 'refund-answered', state: 'open' })]),
  })
  .map((facts) => aRefundSubject(facts));

describe.each(refundRules.map((rule) => [rule.kind, rule] as const))('A4: the rule of %s', (_kind, rule) => {
  it('concerns whatever it wants something of', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const isSilent = rule.find(subject, APPLIED_AT_MS).length > 0 && !rule.concerns(subject);
        expect(isSilent).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('is met by what is invented here, and wants tasks of its own kind in words about the subject', () => {
    const wanted = fc
      .sample(anySubject, { numRuns: 1000, seed: 7 })
      .flatMap((subject) => rule.find(subject, APPLIED_AT_MS));
    expect(wanted.length).toBeGreaterThan(0);
    for (const task of wanted) {
      expect(task).toMatchObject({ kind: rule.kind, subject: { kind: 'refund', id: 'refund-1' } });
      expect(taskStepLabel(task.kind, task.step)).not.toBe(task.step);
      expect(task.reason).not.toMatch(/null|undefined|NaN/);
    }
  });

  it('wants each task once, and none that ends before it is due', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const wanted = rule.find(subject, APPLIED_AT_MS);
        const names = wanted.map(({ step, occurrence = '' }) => `${step} ${occurrence}`);
        expect(new Set(names).size).toBe(names.length);
        // The last one ends with the refund itself, which may have been over before it was seen.
        const early = wanted
          .slice(0, -1)
          .filter(({ dueAtMs, expiresAtMs }) => expiresAtMs !== null && expiresAtMs < dueAtMs);
        expect(early).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('wants nothing of what it calls settled, and looks at nothing but the subject, whatever the time', () => {
    fc.assert(
      fc.property(anySubject, moment, (subject, nowMs) => {
        const frozen = structuredClone(subject);
        const wanted = rule.find(subject, APPLIED_AT_MS);
        expect(rule.settledBy(subject) === null ? [] : wanted).toEqual([]);
        expect(rule.find(subject, nowMs)).toEqual(wanted);
        expect(subject).toEqual(frozen);
      }),
    );
  });
});

it('A4: each kind of task about refunds has one rule', () => {
  const kinds = refundRules.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const kind of kinds) expect(TASK_KINDS).toContain(kind);
});
