import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, type CaseEvent } from '../../../../../shared/domain/shared-parts/case/advance.ts';
import {
  type AfterSalesCase,
  isClosed,
  WAITING_ON,
} from '../../../../../shared/domain/shared-parts/case/after-sales-case.ts';
import { graphProblems } from '../../../../../shared/domain/shared-parts/case/graph-problems.ts';
import type {
  CaseKindSpec,
  CaseStepSpec,
} from '../../../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { CASE_KIND_SPECS } from '../../../../../shared/domain/shared-parts/case/kinds/index.ts';
import { DEFAULT_BUSINESS_HOURS } from '../../../../../shared/time/business-hours.ts';
import { DAY, HOUR } from '../../../../../shared/time/durations.ts';
import { A_CLOSING, aCase, RESHIP } from '../../../../support/records/a-case.ts';
import { beijing, PLACED_AT_MS } from '../../../../support/records/an-order.ts';

const NOW_MS = PLACED_AT_MS + HOUR;
const context = { spec: RESHIP, agentId: null, nowMs: NOW_MS, hours: DEFAULT_BUSINESS_HOURS };
const close: CaseEvent = { kind: 'close', closing: A_CLOSING, evidence: new Set() };

function after(before: AfterSalesCase, event: CaseEvent): AfterSalesCase {
  const moved = advance(before, event, context);
  if (moved.kind === 'refused') throw new Error(moved.reason);
  return moved.after;
}
const refusal = (before: AfterSalesCase, event: CaseEvent, spec: CaseKindSpec = RESHIP) => {
  const moved = advance(before, event, { ...context, spec });
  return moved.kind === 'refused' ? moved.reason : null;
};

describe('a case moves along the steps of its kind', () => {
  it('goes to a step that follows, and to no other', () => {
    expect(after(aCase(), { kind: 'advance', to: 'told' })).toMatchObject({
      step: 'told',
      state: { kind: 'solved' },
      toldAtMs: NOW_MS,
    });
    const told = after(aCase(), { kind: 'advance', to: 'told' });
    expect(refusal(told, { kind: 'advance', to: 'check' })).toBe('该事务当前步骤不能转到所选步骤');
  });

  it('waits for the warehouse with a next look', () => {
    expect(after(aCase(), { kind: 'advance', to: 'warehouse' })).toMatchObject({
      stepDueAtMs: null,
      state: { kind: 'waiting', on: 'warehouse', sinceMs: NOW_MS, nextCheckAtMs: NOW_MS + DAY },
    });
  });

  it('waits on for the same without losing since when', () => {
    const first = after(aCase(), { kind: 'wait', on: 'courier', nextCheckAtMs: NOW_MS + HOUR });
    const again = advance(
      first,
      { kind: 'wait', on: 'courier', nextCheckAtMs: NOW_MS + DAY },
      { ...context, nowMs: NOW_MS + 2 * HOUR },
    );
    expect(again).toMatchObject({ after: { state: { sinceMs: NOW_MS, nextCheckAtMs: NOW_MS + DAY } } });
  });

  it('counts the working hours of those who are asked where its kind says so', () => {
    const saturday = beijing('2026-06-13 17:00');
    const ask = RESHIP.steps['warehouse'];
    const steps = {
      ...RESHIP.steps,
      warehouse: { ...ask, isInBusinessHours: true, defaultDueAfterMs: 2 * HOUR },
    };
    const spec = { ...RESHIP, steps } as CaseKindSpec;
    expect(
      advance(aCase(), { kind: 'advance', to: 'warehouse' }, { ...context, spec, nowMs: saturday }),
    ).toMatchObject({
      after: { state: { nextCheckAtMs: beijing('2026-06-15 10:00') } },
    });
  });

  it('does not wait for a look that is past', () => {
    const past: CaseEvent = { kind: 'wait', on: 'customer', nextCheckAtMs: NOW_MS };
    expect(refusal(aCase(), past)).toBe('下次跟进时间须晚于现在');
  });
});

describe('a case is closed', () => {
  it('only once the customer was told', () => {
    expect(refusal(aCase(), close)).toBe('关闭前须告知客户');
    expect(after(aCase({ toldAtMs: NOW_MS }), close).state).toMatchObject({
      kind: 'closed',
      closedAtMs: NOW_MS,
    });
  });

  it('while somebody has not answered only with a reason', () => {
    const waiting = after(aCase({ toldAtMs: 1 }), { kind: 'wait', on: 'courier', nextCheckAtMs: NOW_MS + 1 });
    expect(refusal(waiting, close)).toBe('仍在等待答复，关闭须说明理由');
    expect(isClosed(after(waiting, { ...close, waitingReason: '快递已赔付' }))).toBe(true);
  });

  it('with the evidence that its kind asks for', () => {
    const spec = { ...RESHIP, closing: { needsTold: false, evidence: ['picture'] } } as const;
    expect(refusal(aCase(), close, spec)).toBe('关闭前须附上凭证');
    expect(refusal(aCase(), { ...close, evidence: new Set(['picture']) }, spec)).toBeNull();
  });

  it('with a cause', () => {
    const nameless: CaseEvent = { ...close, closing: { ...A_CLOSING, cause: ' ' } };
    expect(refusal(aCase({ toldAtMs: 1 }), nameless)).toBe('关闭前须填写原因');
  });

  it('and moves again only after it was reopened', () => {
    const closed = after(aCase({ toldAtMs: 1 }), close);
    expect(refusal(closed, { kind: 'advance', to: 'told' })).toBe('该事务已关闭，请先重新打开');
    expect(after(closed, { kind: 'reopen' })).toMatchObject({ state: { kind: 'reopened' }, toldAtMs: null });
    expect(refusal(aCase(), { kind: 'reopen' })).toBe('该事务未关闭');
  });
});

const KEYS = ['a', 'b', 'c', 'd'];
const stepSpecs: fc.Arbitrary<CaseStepSpec> = fc
  .record({
    next: fc.subarray(KEYS),
    waitingOn: fc.option(fc.constantFrom(...WAITING_ON)),
    after: fc.integer({ min: 1, max: DAY }),
    tellsCustomer: fc.boolean(),
  })
  .map(({ next, waitingOn, after: defaultDueAfterMs, tellsCustomer }) => {
    const step = { label: '步骤', next, tellsCustomer };
    return waitingOn === null ? step : { ...step, waitingOn, defaultDueAfterMs };
  });
const kindSpecs: fc.Arbitrary<CaseKindSpec> = fc
  .tuple(stepSpecs, stepSpecs, stepSpecs, stepSpecs, fc.boolean())
  .map(([a, b, c, d, needsTold]) => ({
    label: '类型',
    fields: {},
    first: 'a',
    steps: { a, b, c, d },
    closing: { needsTold, evidence: [] },
  }));
const events: fc.Arbitrary<CaseEvent> = fc.oneof(
  fc.record({ kind: fc.constant('advance' as const), to: fc.constantFrom(...KEYS, 'nowhere') }),
  fc.record({
    kind: fc.constant('wait' as const),
    on: fc.constantFrom(...WAITING_ON),
    nextCheckAtMs: fc.integer({ min: NOW_MS - HOUR, max: NOW_MS + DAY }),
  }),
  fc.constantFrom<CaseEvent>({ kind: 'resume' }, { kind: 'tell' }, { kind: 'reopen' }, close),
);

describe('the steps of every kind', () => {
  it.each(Object.entries(CASE_KIND_SPECS))('are sound: %s', (_kind, spec) => {
    expect(graphProblems(spec)).toEqual([]);
  });

  it('of a sound kind lead from everywhere to a case that can be closed', () => {
    fc.assert(
      fc.property(kindSpecs, (spec) => {
        fc.pre(graphProblems(spec).length === 0);
        for (const key of KEYS) expect(canBeClosedFrom(spec, key)).toBe(true);
      }),
    );
  });

  it.each([
    ['a step that is not there', { ...RESHIP, first: 'start' }, '没有步骤 start'],
    [
      'a dead end',
      {
        ...RESHIP,
        steps: { ...RESHIP.steps, check: { label: '核对', next: ['warehouse'] }, warehouse: DEAD_END() },
      },
      '步骤 warehouse 之后无法关闭',
    ],
  ])('are refused with %s', (_name, spec, problem) => {
    expect(graphProblems(spec)).toContain(problem);
  });

  it('never leave a case without a time, whatever is done to it', () => {
    fc.assert(
      fc.property(kindSpecs, fc.array(events, { maxLength: 12 }), (spec, all) => {
        let one = aCase({ step: 'a' });
        for (const [index, event] of all.entries()) {
          const nowMs = NOW_MS + index;
          const moved = advance(one, event, { ...context, spec, nowMs });
          if (moved.kind === 'refused') continue;
          one = moved.after;
          expect(one.step in spec.steps).toBe(true);
          const nextLookMs = one.state.kind === 'waiting' ? one.state.nextCheckAtMs : null;
          expect(nextLookMs ?? nowMs + 1).toBeGreaterThan(nowMs);
          expect(one.stepDueAtMs === null).toBe(one.state.kind === 'waiting' || isClosed(one));
        }
      }),
    );
  });
});

function DEAD_END(): CaseStepSpec {
  return { label: '仓库', next: [], waitingOn: 'warehouse', defaultDueAfterMs: DAY };
}

/** Tries every way there is; a step is looked at with and without the customer having been told. */
function canBeClosedFrom(spec: CaseKindSpec, step: string): boolean {
  const at = { ...context, spec };
  const seen = new Set<string>();
  // A step that tells the customer has told them when the case enters it.
  const open = [aCase({ step, toldAtMs: spec.steps[step]?.tellsCustomer === true ? NOW_MS : null })];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (canBeClosed(one, spec)) return true;
    const key = `${one.step}/${one.toldAtMs}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const ways = (spec.steps[one.step]?.next ?? []).map((to): CaseEvent => ({ kind: 'advance', to }));
    for (const way of ways) {
      const moved = advance(one, way, at);
      if (moved.kind === 'moved') open.push(moved.after);
    }
  }
  return false;
}

function canBeClosed(one: AfterSalesCase, spec: CaseKindSpec): boolean {
  const isWaiting = spec.steps[one.step]?.waitingOn !== undefined;
  return !isWaiting && advance(one, close, { ...context, spec }).kind === 'moved';
}
