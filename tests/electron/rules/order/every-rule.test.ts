import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderRules } from '../../../../electron/rules/order/index.ts';
import { ORDER_STATUSES } from '../../../../shared/domain/orders/order.ts';
import { bareOrderSubject, type OrderSubject } from '../../../../shared/domain/orders/order-subject.ts';
import { NO_SHIP_FACTS } from '../../../../shared/domain/shipping/ship-facts.ts';
import { CLAIM_STATES } from '../../../../shared/domain/tasks/claim.ts';
import { isMissed, TASK_KINDS, type WantedTask } from '../../../../shared/domain/tasks/task.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../shared/domain/team/shop.ts';
import { DAY, HOUR } from '../../../../shared/time/durations.ts';
import { aConcession } from '../../../support/records/a-concession.ts';
import { aMemo } from '../../../support/records/a-memo.ts';
import {
  aCustomer,
  anOrder,
  anOrderSubject,
  anOtherOrder,
  PLACED_AT_MS,
} from '../../../support/records/an-order.ts';

// The goods of `anOrder` are rated low, and no less chased for.
const SETTINGS = {
  ...DEFAULT_SHOP_SETTINGS,
  care: { ...DEFAULT_SHOP_SETTINGS.care, goods: ['短袖 4.1'] },
};
const maybe = <T>(value: T) => fc.option(fc.constant(value));
const moment = fc.integer({ min: -2 * DAY, max: 10 * DAY }).map((ms) => PLACED_AT_MS + ms);

const anyOrder = fc
  .record({
    status: fc.constantFrom(...ORDER_STATUSES),
    placedAtMs: fc.option(moment),
    paidAtMs: fc.option(moment),
    closesAtMs: fc.option(moment),
    chaseStoppedAtMs: fc.option(moment),
    agreedPayAtMs: fc.option(moment),
    payableFen: fc.option(fc.nat(100_000)),
    shipDeadlineAtMs: fc.option(moment),
    extra: fc.constantFrom({}, { 预售订单: '是' }),
    shippedAtMs: fc.option(moment),
    completedAtMs: fc.option(moment),
    refundFen: fc.constantFrom(null, null, 100),
  })
  .map((overrides) => anOrder(overrides));

const anyConcession = fc
  .constantFrom('asked', 'granted', 'denied', 'offered', 'accepted', 'refused')
  .map((state) =>
    aConcession({
      state,
      request: { amountFen: 3000, reason: '老客', dueAtMs: PLACED_AT_MS },
      decision: { agentId: aConcession().agentId, atMs: PLACED_AT_MS, note: null },
    }),
  );

const anyMemo = fc
  .record({ state: fc.constantFrom(...CLAIM_STATES), writtenAtMs: fc.option(moment) })
  .map(({ state, writtenAtMs }) => aMemo({ writtenAtMs }, { state }));

const anyShipping = fc
  .record({
    source: fc.constantFrom('manual', 'agreed', 'file'),
    atMs: moment,
    reachedAtMs: fc.option(moment),
    refundedFen: fc.constantFrom(0, 0, 100_000),
    isRefunding: fc.boolean(),
  })
  .map(({ source, atMs, ...facts }) => ({
    ...facts,
    deadlines: [
      { kind: 'ship', source, atMs, originalAtMs: null, reason: null, setAtMs: PLACED_AT_MS } as const,
    ],
  }));

const anySubject: fc.Arbitrary<OrderSubject> = fc
  .record({
    order: anyOrder,
    customer: maybe(aCustomer()),
    otherOrders: fc.array(
      fc
        .record({ status: fc.constantFrom(...ORDER_STATUSES), placedAtMs: fc.option(moment) })
        .map((overrides) => anOtherOrder({ no: '77', ...overrides })),
      { maxLength: 2 },
    ),
    chases: fc.array(fc.record({ step: fc.constantFrom('first', 'second', 'remind'), atMs: moment }), {
      maxLength: 2,
    }),
    isDuplicateSettled: fc.boolean(),
    dispute: fc.option(moment.map((followUpAtMs) => ({ followUpAtMs }))),
    concessions: fc.array(anyConcession, { maxLength: 2 }),
    claims: fc.array(anyMemo, { maxLength: 2 }),
    shipping: fc.oneof(fc.constant(NO_SHIP_FACTS), anyShipping),
  })
  .map((facts) => anOrderSubject({ ...facts, settings: SETTINGS }));

const identityOf = ({ advice: _advice, ...task }: WantedTask) => task;

/** A rule that does not say what it concerns never fires, without a word: this holds for every rule there is. */
describe.each(orderRules.map((rule) => [rule.kind, rule] as const))('H6: the rule of %s', (_kind, rule) => {
  it('concerns whatever it wants something of', () => {
    fc.assert(
      fc.property(anySubject, moment, (subject, nowMs) => {
        const isSilent = rule.find(subject, nowMs).length > 0 && !rule.concerns(subject);
        expect(isSilent).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('is met by what is invented here, and wants tasks of its own kind about the subject', () => {
    const wanted = fc
      .sample(fc.tuple(anySubject, moment), { numRuns: 2000, seed: 7 })
      .flatMap(([subject, nowMs]) => rule.find(subject, nowMs).map((task) => ({ task, subject })));
    expect(wanted.length).toBeGreaterThan(0);
    for (const { task, subject } of wanted) {
      expect(task.kind).toBe(rule.kind);
      expect(task.subject).toEqual({ kind: 'order', id: subject.order.id });
    }
  });

  it('wants the same whenever it looks, but for what is over', () => {
    // All chases of the subject were sent by then.
    const later = fc.integer({ min: 10 * DAY, max: 60 * DAY }).map((ms) => PLACED_AT_MS + ms);
    fc.assert(
      fc.property(anySubject, later, later, (subject, ...moments) => {
        const [first, second] = moments.map((nowMs) =>
          rule
            .find(subject, nowMs)
            .filter((task) => !isMissed(task, Math.max(...moments)))
            .map(identityOf),
        );
        expect(second).toEqual(first);
      }),
      { numRuns: 400 },
    );
  });

  it('ends nothing for good that it goes on wanting', () => {
    fc.assert(
      fc.property(anySubject, moment, (subject, nowMs) => {
        const isOver = rule.settledBy(subject)?.isFinal === true;
        expect(isOver ? rule.find(subject, nowMs) : []).toEqual([]);
      }),
    );
  });
});

describe('H6: an order as an import has it in hand', () => {
  it('is noticed by some rule, or depends on another order, where anything is wanted of the whole', () => {
    fc.assert(
      fc.property(anySubject, moment, (subject, nowMs) => {
        const bare = bareOrderSubject(subject.order, subject.settings);
        const isNoticed = orderRules.some((rule) => rule.concerns(bare));
        // Concessions, claims and disputes are an agent's acts, which look at the whole; repetitions come with the others.
        const isKnownOtherwise =
          subject.otherOrders.length > 0 ||
          subject.concessions.length > 0 ||
          subject.claims.length > 0 ||
          subject.dispute !== null;
        const isWanted = orderRules.some((rule) => rule.find(subject, nowMs).length > 0);
        expect(isWanted && !isNoticed && !isKnownOtherwise).toBe(false);
      }),
    );
  });

  it('has one rule for each kind that rules make', () => {
    const kinds = orderRules.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const kind of kinds) expect(TASK_KINDS).toContain(kind);
  });
});

describe('H6: the plan of a subject', () => {
  it('looks at nothing but the subject and the time', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const frozen = structuredClone(subject);
        for (const rule of orderRules) {
          const first = rule.find(subject, PLACED_AT_MS + HOUR);
          expect(rule.find(subject, PLACED_AT_MS + HOUR)).toEqual(first);
        }
        expect(subject).toEqual(frozen);
      }),
    );
  });
});
