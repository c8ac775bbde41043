import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import starterScripts from '../../../resources/starter-scripts.json' with { type: 'json' };
import { CHASE_STEPS } from '../../../shared/domain/chase-settings.ts';
import { CUSTOMER_GRADES } from '../../../shared/domain/customer.ts';
import { fillScript, variablesOf } from '../../../shared/domain/fill-script.ts';
import { fitScore, situationOf } from '../../../shared/domain/rank-scripts.ts';
import { SCRIPT_STAGES, StarterScript } from '../../../shared/domain/script.ts';
import { SCRIPT_VARIABLES } from '../../../shared/domain/script-variables.ts';
import { UNPAID_REASONS } from '../../../shared/domain/task.ts';
import { checkWording } from '../../../shared/domain/wording/check-wording.ts';

const STARTERS = z.array(StarterScript).parse(starterScripts);
const PARTS = STARTERS.flatMap(({ code, parts }) => parts.map((part) => ({ code, part })));

const situationFor = (step: string, rest: Partial<Parameters<typeof situationOf>[0]> = {}) =>
  situationOf({
    task: { kind: 'chase', step },
    orderStatus: 'unpaid',
    reason: null,
    grade: null,
    hasAgreedTime: false,
    ...rest,
  });

const DUPLICATE = { task: { kind: 'duplicate', step: 'confirm' }, orderStatus: 'unpaid' } as const;

function bestFor(situation: ReturnType<typeof situationOf>): StarterScript[] {
  return STARTERS.toSorted((one, other) => fitScore(other, situation) - fitScore(one, situation));
}

describe('starter library', () => {
  it('holds at least 90 scripts in at most 15 groups', () => {
    expect(STARTERS.length).toBeGreaterThanOrEqual(90);
    expect(new Set(STARTERS.map(({ group }) => group)).size).toBeLessThanOrEqual(15);
  });

  it('has codes of which none begins or ends another, so that a typed one is never ambiguous', () => {
    const codes = STARTERS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const colliding = codes.filter((code) =>
      codes.some((other) => other !== code && (other.startsWith(code) || other.endsWith(code))),
    );
    expect(colliding).toEqual([]);
  });

  it('has codes of a few letters and one digit', () => {
    expect(STARTERS.filter(({ code }) => !/^[a-z]{2,4}\d$/.test(code))).toEqual([]);
  });

  it('writes as people chat, with no blank between Chinese and figures', () => {
    const odd = PARTS.filter(({ part }) => /[\p{Script=Han}}] +[\d{]|[\d}] +\p{Script=Han}/u.test(part));
    expect(odd).toEqual([]);
  });

  it('P8: asks about a duplicate before it tells how to cancel one', () => {
    const best = bestFor(situationOf({ ...DUPLICATE, reason: null, grade: null, hasAgreedTime: false }));
    expect(best[0]).toMatchObject({ code: 'cd1' });
    // Known from the order report alone, so that nothing has to be filled in first.
    expect(variablesOf(best[0]?.parts ?? [])).toEqual(['客户', '店铺', '客服', '商品']);
  });

  it('has titles of their own', () => {
    const titles = STARTERS.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(SCRIPT_STAGES)('has scripts for the stage %s', (stage) => {
    expect(STARTERS.filter(({ stages }) => stages.includes(stage)).length).toBeGreaterThanOrEqual(3);
  });
});

describe('X3 starter scripts', () => {
  it('use known variables only', () => {
    const unknown = variablesOf(PARTS.map(({ part }) => part)).filter(
      (name) => !Object.hasOwn(SCRIPT_VARIABLES, name),
    );
    expect(unknown).toEqual([]);
  });

  it('are ready to send once every variable has a value', () => {
    const examples = Object.fromEntries(
      Object.entries(SCRIPT_VARIABLES).map(([name, { example }]) => [name, example]),
    );
    expect(PARTS.filter(({ part }) => fillScript(part, examples).kind !== 'ready')).toEqual([]);
  });

  it('ask for no customer name anywhere but in the freight note', () => {
    const known = Object.fromEntries(Object.keys(SCRIPT_VARIABLES).map((name) => [name, name]));
    const withoutName = { ...known, 客户: undefined };
    const asking = PARTS.filter(({ part }) => fillScript(part, withoutName).kind !== 'ready');
    expect(asking.map(({ code }) => code)).toEqual(['yf1']);
  });
});

describe('R13 starter scripts', () => {
  it('leave the wording checker nothing to say', () => {
    expect(PARTS.flatMap(({ code, part }) => checkWording(part).map(({ found }) => [code, found]))).toEqual(
      [],
    );
  });

  it('come in two or three parts', () => {
    expect(STARTERS.filter(({ parts }) => parts.length < 2 || parts.length > 3)).toEqual([]);
  });

  it('end every part as a sentence', () => {
    expect(PARTS.filter(({ part }) => !/[。？！]$/u.test(part))).toEqual([]);
  });
});

describe('P1–P7 starter scripts', () => {
  it.each(CHASE_STEPS)('offer at least two openers for the step %s', (step) => {
    const situation = situationFor(step);
    const opening = situation.stages[0];
    const openers = STARTERS.filter(
      (starter) =>
        starter.steps.includes(step) &&
        opening !== undefined &&
        starter.stages.includes(opening) &&
        fitScore(starter, situation) > 0,
    );
    expect(openers.length).toBeGreaterThanOrEqual(2);
    expect(bestFor(situation)[0]?.steps).toContain(step);
  });

  it.each(
    ['first', 'second', 'last'].flatMap((step) => CUSTOMER_GRADES.map((grade) => [step, grade] as const)),
  )('P3, R2: the %s opener for the grade %s is one written for it', (step, grade) => {
    expect(bestFor(situationFor(step, { grade }))[0]).toMatchObject({ steps: [step], grades: [grade] });
  });

  it('P3: the first contact is about the order, not about money', () => {
    const openers = STARTERS.filter(({ steps }) => steps.includes('first')).map(({ parts }) => parts[0]);
    expect(openers.filter((part) => part === undefined || /付款|支付|付钱|金额/u.test(part))).toEqual([]);
  });

  it.each(UNPAID_REASONS)('P2: have a remedy for the reason %s', (reason) => {
    const [best] = bestFor(situationFor('second', { reason }));
    expect(best?.stages).toContain('chase-remedy');
    expect(best?.reasons).toContain(reason);
  });

  it('P2: a top-up gets an agreed time, an unable payer 代付, a blocked account another way', () => {
    const remedyText = (reason: (typeof UNPAID_REASONS)[number]) =>
      STARTERS.filter(({ reasons }) => reasons.includes(reason))
        .flatMap(({ parts }) => parts)
        .join('');
    expect(remedyText('top-up')).toContain('{约定时间}');
    expect(remedyText('cannot-pay')).toContain('代付');
    expect(remedyText('payment-trouble')).toContain('银行卡');
  });

  it('P4: confirm what was agreed', () => {
    expect(bestFor(situationFor('second', { hasAgreedTime: true }))[0]?.stages).toContain('chase-confirm');
  });

  it('P9: leave the closing of an unpaid order to the customer', () => {
    const mistakes = STARTERS.filter(({ reasons }) => reasons[0] === 'mistake');
    expect(mistakes.every(({ parts }) => parts.join('').includes('“取消订单”'))).toBe(true);
    expect(PARTS.filter(({ part }) => /(我|帮您|为您)[^，。]{0,4}(关闭|取消)订单/u.test(part))).toEqual([]);
  });
});

describe('O12 starter scripts', () => {
  it('tell the customer the note to write', () => {
    expect(PARTS.some(({ part }) => part.includes('补运费-{客户}'))).toBe(true);
  });
});
