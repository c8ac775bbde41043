import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOfRefund, refundEndsOf } from '../../../../shared/domain/refunds/refund-clock.ts';
import { effectiveDeadline } from '../../../../shared/domain/shared-parts/deadline.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../shared/domain/team/shop.ts';
import { DAY, HOUR } from '../../../../shared/time/durations.ts';
import { APPLIED_AT_MS, aRefund, aRefundEnd, STATUS } from '../../../support/records/a-refund.ts';

const CLOCKS = DEFAULT_SHOP_SETTINGS.refund;
type Overrides = Parameters<typeof aRefund>[0];

const clockOf = (overrides: Overrides, stored: Parameters<typeof refundEndsOf>[2] = []) =>
  refundEndsOf(aRefund(overrides), CLOCKS, stored).clock;

describe('A4: which side must act, until when, and what happens otherwise', () => {
  const sentAtMs = APPLIED_AT_MS + 2 * DAY;

  it.each<[string, Overrides, { side: string; otherwise: string; atMs: number | null }]>([
    [
      '仅退款 before shipping',
      { platformType: '未发货仅退款' },
      { side: 'shop', otherwise: 'refunds', atMs: APPLIED_AT_MS + 24 * HOUR },
    ],
    [
      '仅退款 after shipping',
      { platformType: '已发货仅退款' },
      { side: 'shop', otherwise: 'refunds', atMs: APPLIED_AT_MS + 36 * HOUR },
    ],
    ['a return asked for', {}, { side: 'shop', otherwise: 'agrees', atMs: APPLIED_AT_MS + 36 * HOUR }],
    [
      'an unknown type',
      { platformType: null },
      { side: 'shop', otherwise: 'decides', atMs: APPLIED_AT_MS + 24 * HOUR },
    ],
    [
      'a return agreed to',
      { platformStatus: STATUS.agreed, agreedAtMs: APPLIED_AT_MS + DAY },
      { side: 'customer', otherwise: 'closes', atMs: APPLIED_AT_MS + 8 * DAY },
    ],
    [
      'a return agreed to at an unknown time',
      { platformStatus: STATUS.agreed },
      { side: 'customer', otherwise: 'closes', atMs: null },
    ],
    [
      'goods on their way back',
      { platformStatus: STATUS.returned, returnSentAtMs: sentAtMs },
      { side: 'shop', otherwise: 'refunds', atMs: sentAtMs + 9 * DAY },
    ],
    [
      'goods that have come back',
      {
        platformStatus: STATUS.returned,
        returnSentAtMs: sentAtMs,
        arrival: 'arrived',
        arrivedAtMs: sentAtMs + 3 * DAY,
      },
      { side: 'shop', otherwise: 'refunds', atMs: sentAtMs + 5 * DAY },
    ],
    [
      'a refusal',
      { platformStatus: STATUS.refused, decision: 'refuse', decidedAtMs: APPLIED_AT_MS + HOUR },
      { side: 'customer', otherwise: 'closes', atMs: APPLIED_AT_MS + HOUR + 7 * DAY },
    ],
    [
      'the platform at work',
      { intervention: '客服已介入' },
      { side: 'platform', otherwise: 'decides', atMs: null },
    ],
  ])('%s', (_what, overrides, expected) => {
    const { wait, end } = clockOf(overrides);
    expect({ ...wait, atMs: end?.atMs ?? null }).toEqual(expected);
  });

  it('says which source the end is from: a file before an agent, an agent before the rule', () => {
    const file = aRefundEnd('file', APPLIED_AT_MS + 5 * DAY);
    const manual = aRefundEnd('manual', APPLIED_AT_MS + 4 * DAY);
    expect(clockOf({}, [manual, file])).toMatchObject({ end: file, field: null });
    expect(clockOf({}, [manual])).toMatchObject({ end: manual, field: null });
    expect(clockOf({})).toMatchObject({ end: { source: 'rule' }, field: 'returnRequestMs' });
  });

  it('keeps an end that lies in the past in sight', () => {
    const past = aRefundEnd('file', APPLIED_AT_MS - DAY);
    expect(clockOf({}, [past]).end).toEqual(past);
  });

  it('ends with the refund, whatever a file has named', () => {
    const file = aRefundEnd('file', APPLIED_AT_MS + DAY);
    for (const platformStatus of [STATUS.success, STATUS.closed]) {
      expect(clockOf({ platformStatus }, [file])).toMatchObject({ wait: null, end: null });
    }
  });

  it('knows no side in a state without meaning, and only the end that a file names', () => {
    expect(clockOf({ platformStatus: '售后处理中' })).toMatchObject({ wait: null, end: null });
    const file = aRefundEnd('file', APPLIED_AT_MS + DAY);
    expect(clockOf({ platformStatus: '售后处理中' }, [file])).toMatchObject({ wait: null, end: file });
  });
});

const moment = fc.option(fc.integer({ min: 0, max: 60 * DAY }).map((ms) => APPLIED_AT_MS + ms));
const anyRefund = fc
  .record({
    platformStatus: fc.constantFrom(...Object.values(STATUS), '售后处理中', null),
    platformType: fc.constantFrom('仅退款', '未发货仅退款', '退货退款', '换货', null),
    appliedAtMs: moment,
    agreedAtMs: moment,
    returnSentAtMs: moment,
    arrivedAtMs: moment,
    decidedAtMs: moment,
    decision: fc.constantFrom('refuse' as const, 'agree' as const, null),
  })
  .map((overrides) => aRefund(overrides));

describe('A4: any refund', () => {
  it('has no end before the moment that it is counted from', () => {
    fc.assert(
      fc.property(anyRefund, (refund) => {
        const { appliedAtMs, agreedAtMs, returnSentAtMs, arrivedAtMs, decidedAtMs } = refund;
        const moments = [appliedAtMs, agreedAtMs, returnSentAtMs, arrivedAtMs, decidedAtMs];
        const isCounted = ({ atMs }: { atMs: number | null }) =>
          atMs === null || moments.some((ms) => ms !== null && ms < atMs);
        expect(endsOfRefund(refund, CLOCKS).every(isCounted)).toBe(true);
      }),
    );
  });

  it('has no end where nothing is known to have begun: what is not in a file is no fact', () => {
    fc.assert(
      fc.property(anyRefund, (refund) => {
        const blank = {
          ...refund,
          appliedAtMs: null,
          agreedAtMs: null,
          returnSentAtMs: null,
          arrivedAtMs: null,
          decidedAtMs: null,
        };
        expect(refundEndsOf(blank, CLOCKS, []).clock.end).toBeNull();
      }),
    );
  });

  it('takes the strongest source, whatever the others say', () => {
    const anyEnd = fc
      .tuple(fc.constantFrom('file', 'manual', 'agreed'), fc.nat(60 * DAY))
      .map(([source, ms]) => aRefundEnd(source, APPLIED_AT_MS + ms, { setAtMs: APPLIED_AT_MS + 61 * DAY }));
    fc.assert(
      fc.property(anyRefund, fc.uniqueArray(anyEnd, { selector: ({ source }) => source }), (refund, ends) => {
        const { wait, end } = refundEndsOf(refund, CLOCKS, ends).clock;
        const strongest = effectiveDeadline(ends);
        expect(wait === null || strongest === null ? strongest : end).toEqual(strongest);
      }),
    );
  });
});

describe('A4: a time that an agent has named', () => {
  const agreed = { platformStatus: STATUS.agreed, agreedAtMs: APPLIED_AT_MS + DAY };
  const putOff = (setAtMs: number) => [aRefundEnd('manual', APPLIED_AT_MS + 3 * DAY, { setAtMs })];

  it('is about the state that it was named in, and goes with it', () => {
    expect(clockOf(agreed, putOff(APPLIED_AT_MS)).end).toMatchObject({ source: 'rule' });
    expect(clockOf(agreed, putOff(APPLIED_AT_MS + 2 * DAY)).end).toMatchObject({ source: 'manual' });
  });

  it('of a file holds whenever that was read', () => {
    const byFile = [aRefundEnd('file', APPLIED_AT_MS + 3 * DAY)];
    expect(clockOf(agreed, byFile).end).toMatchObject({ source: 'file' });
  });
});
