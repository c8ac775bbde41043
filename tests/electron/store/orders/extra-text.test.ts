import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromExtraText, toExtraText } from '../../../../electron/store/orders/extra-text.ts';

describe('what an order keeps as extra', () => {
  it('is read back as it was, whatever the columns are called', () => {
    const name = fc.oneof(
      fc.constantFrom('买家支付积分', '运送方式', '京东价'),
      fc.constantFrom('~', '~0', '~~0', '~4f', 'constructor'),
      fc.string().filter((text) => text !== '__proto__'),
    );
    fc.assert(
      fc.property(fc.dictionary(name, fc.string(), { noNullPrototype: true }), (extra) => {
        expect(fromExtraText(toExtraText(extra))).toEqual(extra);
      }),
    );
  });

  it('is stored under short names, which never change', () => {
    expect(toExtraText({ 买家支付积分: '0', 运送方式: '快递', 自定列: '是' })).toBe(
      '{"~0":"0","~1a":"快递","自定列":"是"}',
    );
  });
});
