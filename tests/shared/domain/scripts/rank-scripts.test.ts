import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUSTOMER_GRADES } from '../../../../shared/domain/orders/customer.ts';
import { ORDER_STATUSES } from '../../../../shared/domain/orders/order.ts';
import { UNPAID_REASONS } from '../../../../shared/domain/orders/unpaid-reason.ts';
import {
  fitScore,
  NO_SITUATION,
  type ScriptFacts,
  type ScriptSituation,
  situationOf,
} from '../../../../shared/domain/scripts/rank-scripts.ts';
import { SCRIPT_STAGES, type ScriptFit } from '../../../../shared/domain/scripts/script.ts';
import { TASK_KINDS } from '../../../../shared/domain/tasks/task.ts';
import { NO_FIT } from '../../../support/records/a-script.ts';

const STEPS = ['first', 'second', 'last', 'remind', 'warn', 'claim-fee'];

const facts = (overrides: Partial<ScriptFacts> = {}): ScriptFacts => ({
  task: null,
  orderStatus: null,
  reason: null,
  grade: null,
  hasAgreedTime: false,
  bargain: null,
  ...overrides,
});
const chase = (step: string, overrides: Partial<ScriptFacts> = {}) =>
  situationOf(facts({ task: { kind: 'chase', step }, ...overrides }));
const fit = (overrides: Partial<ScriptFit>): ScriptFit => ({ ...NO_FIT, ...overrides });

describe('X3 what a task asks of a script', () => {
  it.each([
    ['first', 'chase-open'],
    ['second', 'chase-open'],
    ['last', 'chase-open'],
    ['remind', 'chase-remind'],
    ['warn', 'chase-warn'],
    ['claim-fee', 'chase-warn'],
  ])('the chase step %s wants %s', (step, stage) => {
    expect(chase(step).stages[0]).toBe(stage);
  });

  it('P1: where the platform asks for the payment, scripts answer and none opens a talk', () => {
    const asked = { orderStatus: 'unpaid', isChasedByPlatform: true } as const;
    expect(chase('first', asked)).toMatchObject({ step: null, stages: ['chase-remedy', 'chase-confirm'] });
    expect(situationOf(facts(asked)).stages).toEqual(['chase-remedy', 'chase-confirm']);
    const duplicate = facts({ ...asked, task: { kind: 'duplicate', step: 'confirm' } });
    expect(situationOf(duplicate).stages[0]).toBe('duplicate');
  });

  it('P2: a known reason wants its remedy first', () => {
    expect(chase('second', { reason: 'price' }).stages[0]).toBe('chase-remedy');
  });

  it('P4: an agreed time wants the confirmation first', () => {
    expect(chase('second', { reason: 'top-up', hasAgreedTime: true }).stages[0]).toBe('chase-confirm');
  });

  it('P7, P8: a dispute and a duplicate have their own', () => {
    expect(situationOf(facts({ task: { kind: 'duplicate', step: 'ask' } })).stages).toEqual(['duplicate']);
    expect(situationOf(facts({ task: { kind: 'dispute', step: 'follow-up' } }))).toMatchObject({
      step: 'claim-fee',
      stages: ['chase-warn'],
    });
  });

  it('R10: a customer who bargains is answered, whatever else is due', () => {
    const bargain = { step: 'concede-next' } as const;
    expect(chase('last', { bargain })).toMatchObject({ step: 'concede-next', stages: ['bargain'] });
    const task = { kind: 'concession', step: 'answer:1' } as const;
    expect(situationOf(facts({ task, orderStatus: 'unpaid' })).stages).toEqual(['bargain']);
    expect(situationOf(facts({ task, orderStatus: 'paid' })).stages[0]).toBe('closing');
  });

  it('O4, A1: an order without a task is judged by its status', () => {
    const first = (orderStatus: ScriptFacts['orderStatus']) => situationOf(facts({ orderStatus })).stages[0];
    const known = ORDER_STATUSES.filter((status) => status !== 'unknown');
    expect(known.map(first)).toEqual(['chase-open', 'closing', 'shipping', 'after-sales', 'closed']);
    expect(first('unknown')).toBeUndefined();
    expect(situationOf(facts({ orderStatus: 'unpaid', reason: 'price' })).stages[0]).toBe('chase-remedy');
  });

  it('P1: an order that was chased is not greeted again: what comes then is an answer', () => {
    const chased = facts({ orderStatus: 'unpaid', isContacted: true });
    expect(situationOf(chased).stages).toEqual(['chase-remedy', 'chase-confirm']);
    expect(situationOf({ ...chased, orderStatus: 'paid' }).stages[0]).toBe('closing');
  });

  it('P4: a customer who has named a time is confirmed it, also between two steps', () => {
    expect(situationOf(facts({ orderStatus: 'unpaid', hasAgreedTime: true })).stages[0]).toBe(
      'chase-confirm',
    );
  });

  it('knows nothing outside of an order', () => {
    expect(situationOf(facts())).toEqual(NO_SITUATION);
  });
});

describe('X3 how well a script fits', () => {
  const situation = chase('first', { grade: 'returning' });

  it('prefers the more exact of two that fit', () => {
    const scores = [
      fit({}),
      fit({ stages: ['chase-remedy'] }),
      fit({ stages: ['chase-open'] }),
      fit({ stages: ['chase-open'], grades: ['returning'] }),
      fit({ stages: ['chase-open'], steps: ['first'] }),
      fit({ stages: ['chase-open'], steps: ['first'], grades: ['returning'] }),
    ].map((each) => fitScore(each, situation));
    expect(scores).toEqual(scores.toSorted((one, other) => one - other));
    expect(new Set(scores).size).toBe(scores.length);
  });

  it.each([
    fit({ stages: ['review'] }),
    fit({ stages: ['chase-open'], steps: ['last'] }),
    fit({ stages: ['chase-open'], grades: ['vip'] }),
  ])('is 0 when it is meant for another task: %j', (other) => {
    expect(fitScore(other, situation)).toBe(0);
  });

  it('P2: is 0 for the remedy of another reason', () => {
    const remedy = fit({ stages: ['chase-remedy'], reasons: ['mistake'] });
    expect(fitScore(remedy, chase('first', { reason: 'price' }))).toBe(0);
  });

  it('O4: does not greet who has let an order close as if they had just come', () => {
    const afterwards = situationOf(facts({ orderStatus: 'closed' }));
    expect(fitScore(fit({ stages: ['greeting', 'inquiry'] }), afterwards)).toBe(0);
    expect(fitScore(fit({ stages: ['closed'] }), afterwards)).toBeGreaterThan(
      fitScore(fit({ stages: ['relation'] }), afterwards),
    );
  });

  it('P1: prefers what is written for the ladder of the shop, and leaves it out under another', () => {
    const opener = fit({ stages: ['chase-open'], steps: ['first'] });
    const forSale = { ...opener, ladders: ['big-sale' as const] };
    const inSale = chase('first', { ladder: 'big-sale' });
    expect(fitScore(forSale, inSale)).toBeGreaterThan(fitScore({ ...opener, grades: ['new'] }, inSale));
    expect(fitScore(forSale, chase('first', { ladder: 'default' }))).toBe(0);
    // A ladder of the shop's own making.
    expect(fitScore(forSale, chase('first'))).toBeLessThan(fitScore(opener, chase('first')));
    expect(fitScore(forSale, chase('first'))).toBeGreaterThan(0);
  });

  it('R2: prefers a script for all while the grade is unknown', () => {
    const situationWithoutGrade = chase('first');
    const forAll = fit({ stages: ['chase-open'], steps: ['first'] });
    expect(fitScore(forAll, situationWithoutGrade)).toBeGreaterThan(
      fitScore({ ...forAll, grades: ['vip'] }, situationWithoutGrade),
    );
  });

  it('is the same for all scripts when nothing is asked for', () => {
    const fits = [fit({}), fit({ stages: ['review'], grades: ['vip'], reasons: ['price'], steps: ['last'] })];
    const [one, other] = fits.map((each) => fitScore(each, NO_SITUATION));
    expect(one).toBe(other);
  });

  it('never grows when a script is narrowed to something else than is asked for', () => {
    const known: fc.Arbitrary<ScriptSituation> = fc
      .record({
        kind: fc.constantFrom(...TASK_KINDS),
        step: fc.constantFrom(...STEPS),
        reason: fc.option(fc.constantFrom(...UNPAID_REASONS)),
        grade: fc.option(fc.constantFrom(...CUSTOMER_GRADES)),
        hasAgreedTime: fc.boolean(),
      })
      .map(({ kind, step, ...rest }) =>
        situationOf({ task: { kind, step }, orderStatus: null, bargain: null, ...rest }),
      );
    const anyFit: fc.Arbitrary<ScriptFit> = fc.record({
      stages: fc.subarray([...SCRIPT_STAGES]),
      reasons: fc.subarray([...UNPAID_REASONS]),
      steps: fc.subarray(STEPS),
      grades: fc.subarray([...CUSTOMER_GRADES]),
    });
    fc.assert(
      fc.property(known, anyFit, (asked, script) => {
        const score = fitScore(script, asked);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(fitScore({ ...script, steps: ['another step'] }, asked)).toBe(0);
        fc.pre(asked.reason !== null && script.reasons.length > 0);
        const isMeant = asked.reason !== null && script.reasons.includes(asked.reason);
        expect(isMeant || score === 0).toBe(true);
      }),
    );
  });
});
