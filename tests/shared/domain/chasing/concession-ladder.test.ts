import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ConcessionSettings,
  DEFAULT_CONCESSION_SETTINGS,
} from '../../../../shared/domain/chasing/concession.ts';
import {
  askRefusal,
  bargainMoment,
  concessionLadder,
  concessionProof,
  offerRefusal,
} from '../../../../shared/domain/chasing/concession-ladder.ts';
import { DEFAULT_SHOP_SETTINGS, ShopSettings } from '../../../../shared/domain/team/shop.ts';
import { aConcession, anExtra } from '../../../support/records/a-concession.ts';
import { anOrder } from '../../../support/records/an-order.ts';

const PRICE = 8800;
/** Every step is small enough for the order. */
const ANY_SIZE = { ...DEFAULT_CONCESSION_SETTINGS, limitPercent: 100 };
/** The customer pays for the postage. */
const WORTH = { payableFen: PRICE, postageFen: 1000 };
/** As most bargain: on a platform where the price gives way, and nobody knows the customer. */
const ANYBODY = { platform: 'taobao', grade: null } as const;
const ladder = (...concessions: ReturnType<typeof aConcession>[]) =>
  concessionLadder({ concessions, settings: ANY_SIZE, ...WORTH, ...ANYBODY });
const AGENT = { ...WORTH, isLead: false };
const LEAD = { ...WORTH, isLead: true };
const money = (amountFen: number) => ({ kind: 'money', amountFen }) as const;
const refused = (amountFen: number) => aConcession({ offer: money(amountFen), state: 'refused' });
const ALL_REFUSED = [300, 500, 1000, 2000].map(refused);

describe('R10: a ladder per platform and per grade of customer', () => {
  const inShop = (
    platform: 'tmall' | 'taobao',
    grade: 'new' | 'returning',
    ...made: ReturnType<typeof aConcession>[]
  ) => concessionLadder({ concessions: made, settings: ANY_SIZE, ...WORTH, platform, grade });

  it('takes no money off where the platform fixes the price: not by an agent, not by a lead', () => {
    const fixed = inShop('tmall', 'new');
    expect(fixed).toMatchObject({ nextFen: null, canAsk: false, extras: ['小礼品一份', '免运费'] });
    const refusal = '天猫不能改价，请以优惠券、免运费或小礼品代替';
    expect([AGENT, LEAD].map((asker) => offerRefusal(fixed, money(300), asker))).toEqual([refusal, refusal]);
    expect(askRefusal(fixed, { amountFen: 300, payableFen: PRICE })).toBe(refusal);
    expect(offerRefusal(fixed, { kind: 'extra', text: '免运费' }, AGENT)).toBeNull();
  });

  it('offers regulars something before they ask', () => {
    const regular = inShop('taobao', 'returning');
    expect(regular).toMatchObject({ nextFen: 300, isRegular: true, extras: ['小礼品一份', '免运费'] });
    expect(bargainMoment([], regular, anOrder())).toEqual({ step: 'offer-first', offer: null });
    expect(bargainMoment([], inShop('taobao', 'new'), anOrder())).toEqual({
      step: 'hold-price',
      offer: null,
    });
  });

  it('goes on to tell the customer once an import shows the price that was agreed', () => {
    const accepted = aConcession({ offer: money(300), state: 'accepted', payableBeforeFen: PRICE });
    const moment = (payableFen: number) =>
      bargainMoment([accepted], ladder(accepted), anOrder({ status: 'unpaid', payableFen })).step;
    expect([moment(PRICE), moment(PRICE - 300)]).toEqual([null, 'tell-price']);
  });
});

describe('R10: concede in small steps, never to the floor at once', () => {
  it('begins with the smallest step and nothing else', () => {
    expect(ladder()).toMatchObject({ nextFen: 300, extras: [], canAsk: false });
    expect(offerRefusal(ladder(), money(300), AGENT)).toBeNull();
    expect(offerRefusal(ladder(), money(2000), AGENT)).toBe('请先提出 ¥3.00，客户未接受再提下一步');
    expect(offerRefusal(ladder(), { kind: 'extra', text: '免运费' }, AGENT)).toBe(
      '第一步优惠被拒绝后才能提出',
    );
  });

  it('opens the next step only after the customer refused the last one', () => {
    const waiting = ladder(aConcession({ offer: money(300), state: 'offered' }));
    expect(waiting).toMatchObject({ nextFen: null, canAsk: false });
    expect(offerRefusal(waiting, money(500), AGENT)).toBe('上一项优惠客户还没有答复');
    expect(ladder(refused(300))).toMatchObject({ nextFen: 500, extras: ['小礼品一份', '免运费'] });
  });

  it('offers a small extra in place of money, each once, without moving the ladder', () => {
    const afterExtra = ladder(refused(300), anExtra('小礼品一份', 'refused'));
    expect(afterExtra).toMatchObject({ nextFen: 500, extras: ['免运费'] });
  });

  it('ends with what the customer accepted', () => {
    const over = ladder(refused(300), aConcession({ offer: money(500), state: 'accepted' }));
    expect(over).toMatchObject({ nextFen: null, extras: [], canAsk: false });
    expect(offerRefusal(over, money(1000), AGENT)).toBe('客户已接受优惠；再次还价请先登记');
  });

  it('asks the lead once the steps are used up, for more than was refused and less than the price', () => {
    expect(askRefusal(ladder(refused(300)), { amountFen: 3000, payableFen: PRICE })).toBe(
      '请先提出权限内的 ¥5.00',
    );
    const up = ladder(...ALL_REFUSED);
    expect(up.canAsk).toBe(true);
    expect(askRefusal(up, { amountFen: 3000, payableFen: PRICE })).toBeNull();
    expect(askRefusal(up, { amountFen: 2000, payableFen: PRICE })).toBe('须高于客户已拒绝的 ¥20.00');
    expect(askRefusal(up, { amountFen: PRICE, payableFen: PRICE })).toBe('须低于订单应付金额');
  });

  it('lets a lead decide alone, up to any amount below the price', () => {
    expect(offerRefusal(ladder(), money(5000), LEAD)).toBeNull();
    expect(offerRefusal(ladder(), money(PRICE), LEAD)).toBe('须低于订单应付金额');
    expect(offerRefusal(ladder(refused(5000)), money(4000), LEAD)).toBe('须高于客户已拒绝的 ¥50.00');
  });

  it('leaves out the steps that would give the goods away', () => {
    const cheap = concessionLadder({
      ...ANYBODY,
      concessions: [refused(300)],
      settings: DEFAULT_CONCESSION_SETTINGS,
      payableFen: 500,
      postageFen: null,
    });
    expect(cheap).toMatchObject({ nextFen: null, canAsk: true });
  });

  it('is said in the words of its step', () => {
    const momentOf = (...made: ReturnType<typeof aConcession>[]) =>
      bargainMoment(made, ladder(...made), anOrder({ status: 'unpaid', payableFen: PRICE }));
    expect(momentOf()).toEqual({ step: 'hold-price', offer: null });
    expect(momentOf(refused(300)).step).toBe('hold-price');
    expect(momentOf(...ALL_REFUSED).step).toBe('limit-reached');
    expect(momentOf(aConcession({ offer: money(300), state: 'offered' })).step).toBe('concede-first');
    const second = aConcession({ id: 'second', offer: money(500), state: 'offered' });
    expect(momentOf(refused(300), second)).toEqual({ step: 'concede-next', offer: money(500) });
    expect(momentOf(refused(300), anExtra('免运费', 'offered')).step).toBe('concede-extra');
    expect(momentOf(...ALL_REFUSED, aConcession({ offer: money(3000), state: 'asked' })).step).toBe(
      'ask-lead',
    );
    expect(momentOf(...ALL_REFUSED, aConcession({ offer: money(3000), state: 'denied' }))).toEqual({
      step: 'lead-declined',
      offer: money(2000),
    });
  });
});

/** An agent and a customer may try these, in any order and with any amount. */
const tries = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('offer' as const), amountFen: fc.integer({ min: 1, max: 4000 }) }),
    fc.constant({ kind: 'next' as const }),
    fc.constant({ kind: 'refuse' as const }),
    fc.constant({ kind: 'accept' as const }),
  ),
  { maxLength: 40 },
);
const settings = fc
  .record({
    steps: fc.uniqueArray(fc.integer({ min: 1, max: 3000 }), { maxLength: 8 }),
    above: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ steps, above }): ConcessionSettings => {
    const stepsFen = steps.toSorted((a, b) => a - b);
    const limitFen = (stepsFen.at(-1) ?? 0) + above;
    return { limitFen, limitPercent: 100, stepsFen, extras: [], answerWithinMs: 0 };
  });

const DEAR = { payableFen: 100_000, postageFen: null };

describe('R10: whatever an agent tries', () => {
  it('no step is skipped, none goes beyond the limit, and each waits for the customer’s word', () => {
    fc.assert(
      fc.property(settings, tries, (shop, attempts) => {
        let made: ReturnType<typeof aConcession>[] = [];
        for (const attempt of attempts) {
          const now = concessionLadder({ concessions: made, settings: shop, ...DEAR, ...ANYBODY });
          if (attempt.kind === 'refuse' || attempt.kind === 'accept') {
            const state = attempt.kind === 'refuse' ? 'refused' : 'accepted';
            const waiting = made.findIndex((one) => one.state === 'offered');
            if (waiting !== -1) made = made.with(waiting, aConcession({ ...made[waiting], state }));
            continue;
          }
          const amountFen = attempt.kind === 'next' ? now.nextFen : attempt.amountFen;
          if (amountFen === null) continue;
          const asker = { ...DEAR, isLead: false };
          if (offerRefusal(now, money(amountFen), asker) === null)
            made = [...made, aConcession({ offer: money(amountFen), state: 'offered' })];
        }
        const offered = made.map(({ offer }) => (offer.kind === 'money' ? offer.amountFen : 0));
        expect(offered).toEqual(shop.stepsFen.slice(0, offered.length));
        expect(Math.max(0, ...offered)).toBeLessThanOrEqual(shop.limitFen);
        expect(made.slice(0, -1).every(({ state }) => state === 'refused')).toBe(true);
      }),
    );
  });
});

describe('R10 A8 of the shift: a concession knows what the order is worth', () => {
  const of = (
    payableFen: number | null,
    postageFen: number | null,
    ...concessions: Parameters<typeof ladder>
  ) =>
    concessionLadder({
      concessions,
      settings: DEFAULT_CONCESSION_SETTINGS,
      payableFen,
      postageFen,
      ...ANYBODY,
    });

  it('stays within its share of the price, and asks the lead for more', () => {
    const socks = of(1290, 0);
    expect(socks).toMatchObject({ limitFen: 193, nextFen: null, extras: ['小礼品一份'], canAsk: true });
    const asker = { payableFen: 1290, postageFen: 0, isLead: false };
    expect(offerRefusal(socks, money(1000), asker)).toBe('已用完权限内的优惠，请向主管申请');
    expect(of(2900, 0)).toMatchObject({ limitFen: 435, nextFen: 300, extras: [] });
    expect(of(2900, 0, refused(300))).toMatchObject({ nextFen: null, canAsk: true });
    expect(of(50_000, 0, refused(300), refused(500), refused(1000))).toMatchObject({ nextFen: 2000 });
  });

  it('goes by the fixed limit where no export says what the order costs', () => {
    expect(of(null, null)).toMatchObject({ limitFen: 2000, nextFen: 300 });
  });

  it('takes no postage off an order that has none, not even for a lead', () => {
    expect(of(PRICE, 0, refused(300)).extras).toEqual(['小礼品一份']);
    expect(of(PRICE, null, refused(300)).extras).toEqual(['小礼品一份', '免运费']);
    const lead = { payableFen: PRICE, postageFen: 0, isLead: true };
    const free = (text: string) => offerRefusal(of(PRICE, 0, refused(300)), { kind: 'extra', text }, lead);
    expect(free('免运费')).toBe('该订单没有运费，不能免运费');
    expect(free('顺丰包邮')).toBe('该订单没有运费，不能免运费');
    expect(free('送运费险')).toBeNull();
  });
});

describe('X4: an import is held against what was promised', () => {
  const accepted = [
    aConcession({ offer: money(300), state: 'refused', payableBeforeFen: PRICE }),
    // The price was changed before the acceptance was recorded; what counts is the price before the bargaining.
    aConcession({ offer: money(500), state: 'accepted', payableBeforeFen: PRICE - 500 }),
  ];
  it.each([
    ['not paid and not changed', { payableFen: PRICE }, 'unproven'],
    ['the price is down', { payableFen: PRICE - 500 }, 'kept'],
    ['the price is down by less', { payableFen: PRICE - 300, status: 'paid' }, 'unkept'],
    ['paid in full', { payableFen: PRICE, status: 'paid' }, 'unkept'],
    [
      'paid in full, the difference given back',
      { payableFen: PRICE, status: 'paid', refundFen: 500 },
      'kept',
    ],
    ['closed without a payment', { payableFen: PRICE, status: 'closed' }, 'unproven'],
    ['an export without amounts', { payableFen: null, status: 'paid' }, 'unproven'],
  ] as const)('%s', (_case, order, proof) => {
    expect(concessionProof(accepted, anOrder(order))).toBe(proof);
  });

  it('proves nothing of an extra', () => {
    expect(concessionProof([anExtra('免运费', 'accepted')], anOrder({ status: 'paid' }))).toBe('unproven');
  });
});

describe('R10: the shop’s settings', () => {
  it('rise strictly and stay within the limit', () => {
    const isValid = (changes: Partial<ConcessionSettings>) =>
      ConcessionSettings.safeParse({ ...DEFAULT_CONCESSION_SETTINGS, ...changes }).success;
    expect(isValid({})).toBe(true);
    expect(isValid({ stepsFen: [300, 300] })).toBe(false);
    expect(isValid({ stepsFen: [500, 300] })).toBe(false);
    expect(isValid({ stepsFen: [300, 2500] })).toBe(false);
    expect(isValid({ stepsFen: [], limitFen: 0 })).toBe(true);
  });

  it('come with their defaults where an older build stored none', () => {
    const { chase, grade } = DEFAULT_SHOP_SETTINGS;
    expect(ShopSettings.parse({ chase, grade })).toEqual(DEFAULT_SHOP_SETTINGS);
  });
});
