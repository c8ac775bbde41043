import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import starterScripts from '../../../../resources/starter-scripts.json' with { type: 'json' };
import { CHASE_STEPS } from '../../../../shared/domain/chasing/chase-settings.ts';
import { CUSTOMER_GRADES } from '../../../../shared/domain/orders/customer.ts';
import { UNPAID_REASONS } from '../../../../shared/domain/orders/unpaid-reason.ts';
import { fitScore, situationOf } from '../../../../shared/domain/scripts/rank-scripts.ts';
import { SCRIPT_STAGES, StarterScript } from '../../../../shared/domain/scripts/script.ts';
import {
  type FillValues,
  renderScript,
} from '../../../../shared/domain/scripts/script-template/render-script.ts';
import { fieldsOf } from '../../../../shared/domain/scripts/script-template/script-message.ts';
import { firstTemplateProblem } from '../../../../shared/domain/scripts/script-template/template-problems.ts';
import {
  blankTags,
  fragmentCodesOf,
  requiredVariablesOf,
  variablesOf,
} from '../../../../shared/domain/scripts/script-template/template-words.ts';
import { SCRIPT_VARIABLES } from '../../../../shared/domain/scripts/script-variables.ts';

import { checkWording } from '../../../../shared/domain/scripts/wording/check-wording.ts';

const STARTERS = z.array(StarterScript).parse(starterScripts);
const PARTS = STARTERS.flatMap(({ code, parts }) => parts.map((part) => ({ code, part })));

/** As they are said to whom, when and in which state of the order. */
const OCCASIONS = [
  { grade: 'new', orderStatus: 'unpaid', isNight: false, hasSpecification: true },
  { grade: 'returning', orderStatus: 'shipped', isNight: true, hasSpecification: false },
] as const;

const saidWith = (values: FillValues) =>
  STARTERS.flatMap(({ code, parts }) =>
    OCCASIONS.map((circumstances) => ({
      code,
      ...renderScript(parts, {
        values,
        answers: {},
        circumstances,
        fragment: (wanted) => STARTERS.find((starter) => starter.code === wanted)?.parts,
        picture: () => null,
        remembered: () => [],
      }),
    })),
  );

const EXAMPLES = Object.fromEntries(
  Object.entries(SCRIPT_VARIABLES).map(([name, { example }]) => [name, example]),
);

const isFragment = ({ group }: StarterScript) => group === '共用片段';

const situationFor = (step: string, rest: Partial<Parameters<typeof situationOf>[0]> = {}) =>
  situationOf({
    task: { kind: 'chase', step },
    orderStatus: 'unpaid',
    reason: null,
    grade: null,
    hasAgreedTime: false,
    bargain: null,
    ...rest,
  });

const UNKNOWN = { task: null, reason: null, grade: null, hasAgreedTime: false, bargain: null };
const DUPLICATE = { task: { kind: 'duplicate', step: 'confirm' }, orderStatus: 'unpaid' } as const;

function bestFor(situation: ReturnType<typeof situationOf>): StarterScript[] {
  return STARTERS.toSorted((one, other) => fitScore(other, situation) - fitScore(one, situation));
}

describe('starter library', () => {
  it('holds at least 90 scripts in at most 16 groups, the last of shared fragments', () => {
    expect(STARTERS.length).toBeGreaterThanOrEqual(90);
    expect(new Set(STARTERS.map(({ group }) => group)).size).toBeLessThanOrEqual(16);
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
    const odd = PARTS.filter(({ part }) =>
      /[\p{Script=Han}·] +[\d·]|[\d·] +\p{Script=Han}/u.test(blankTags(part, '·')),
    );
    expect(odd).toEqual([]);
  });

  it('P8: asks about a duplicate before it tells how to cancel one', () => {
    const best = bestFor(
      situationOf({ ...DUPLICATE, reason: null, grade: null, hasAgreedTime: false, bargain: null }),
    );
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
  it('use known variables, or a field of their own with choices', () => {
    const asked = saidWith({}).flatMap(({ messages }) => fieldsOf(messages));
    const unknown = asked.filter(
      ({ name, choices }) => choices === null && !Object.hasOwn(SCRIPT_VARIABLES, name),
    );
    expect(unknown).toEqual([]);
  });

  it('are sound, and every fragment is there', () => {
    expect(STARTERS.map(({ parts }) => firstTemplateProblem(parts)).filter(Boolean)).toEqual([]);
    expect(saidWith(EXAMPLES).flatMap(({ problems }) => problems)).toEqual([]);
    const codes = fragmentCodesOf(PARTS.map(({ part }) => part));
    expect(STARTERS.filter(isFragment).map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  });

  it('use conditions, choices and fragments where they say it better', () => {
    const texts = (code: string) =>
      saidWith(EXAMPLES)
        .filter((said) => said.code === code)
        .map(({ messages }) =>
          messages.map((message) => (message.kind === 'text' ? message.text : '')).join(''),
        );
    expect(texts('fh1')).toEqual([expect.stringContaining('发货期限'), expect.stringContaining('已经发出')]);
    expect(texts('ck1')).toEqual([expect.stringContaining('今天'), expect.stringContaining('明天')]);
    expect(texts('zh1')[0]).toContain('验证码不要告诉任何人');
    expect(variablesOf(PARTS.map(({ part }) => part))).toEqual(expect.arrayContaining(['节日', '建议尺码']));
  });

  it('are ready to send once every variable has a value and every choice is made', () => {
    const open = saidWith(EXAMPLES).flatMap(({ messages }) => fieldsOf(messages));
    expect(open.filter(({ choices }) => choices === null)).toEqual([]);
  });

  it('ask for no customer name anywhere but in the notes of payments', () => {
    const asking = STARTERS.filter(({ parts }) => requiredVariablesOf(parts).includes('客户'));
    expect(asking.map(({ code }) => code)).toEqual(expect.arrayContaining(['yf1', 'bc1']));
    expect(asking).toHaveLength(2);
  });
});

describe('R13 starter scripts', () => {
  it('leave the wording checker nothing to say', () => {
    expect(PARTS.flatMap(({ code, part }) => checkWording(part).map(({ found }) => [code, found]))).toEqual(
      [],
    );
  });

  it('come in two or three parts', () => {
    expect(
      STARTERS.filter(
        (starter) => !isFragment(starter) && (starter.parts.length < 2 || starter.parts.length > 3),
      ),
    ).toEqual([]);
  });

  it('end every message as a sentence', () => {
    const texts = saidWith(EXAMPLES).flatMap(({ messages }) =>
      messages.flatMap((said) => (said.kind === 'text' ? said.text : [])),
    );
    expect(texts.filter((text) => !/[。？！]$/u.test(text))).toEqual([]);
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

  it.each([
    ['big-sale', ['first', 'second', 'last'], /^dc/u],
    ['group-buy', ['first', 'last'], /^tg/u],
    ['default', ['first', 'second', 'last'], /^(?!dc|tg)/u],
  ] as const)('P1: a shop on the %s ladder is offered its own openers first', (ladder, steps, code) => {
    for (const step of steps) {
      expect(bestFor(situationFor(step, { ladder, grade: 'returning' }))[0]?.code).toMatch(code);
    }
  });

  it('O4: an order that was closed is asked about, not greeted', () => {
    const closed = situationOf({ ...UNKNOWN, orderStatus: 'closed' });
    expect(bestFor(closed)[0]).toMatchObject({ code: 'cx1' });
  });

  it('P3: the first contact is about the order, not about money', () => {
    const openers = STARTERS.filter(
      ({ steps, stages }) => steps.includes('first') && !stages.includes('refund'),
    ).map(({ parts }) => parts[0]);
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
