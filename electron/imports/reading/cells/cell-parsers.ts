import type { ItemFields, OrderFields } from '../../../../shared/domain/order.ts';
import { parseAmountFen } from './parse-amount.ts';
import { parseCount } from './parse-count.ts';
import { isScientific } from './parse-order-no.ts';
import type { KnownStatus } from './parse-status.ts';
import { parseFlag, tidyAddress, tidySku, tidyTrackingNo } from './parse-text.ts';
import { parseDeadline, parseTime, type TimeOptions } from './parse-time.ts';
import { type Parsed, Unreadable } from './unreadable.ts';

/** `undefined`: the text says nothing that the field can hold, and is kept as extra instead. */
export type CellParser<T> = (text: string) => Parsed<T | null> | undefined;

type Parsers<Fields> = { readonly [F in keyof Fields]: CellParser<NonNullable<Fields[F]>> };

export type CellParsers = {
  readonly order: Parsers<OrderFields>;
  readonly item: Parsers<ItemFields>;
};

export type CellParserOptions = TimeOptions & {
  readonly statusOf: (text: string) => KnownStatus | undefined;
};

const NO_CLOSE_REASON = '订单未关闭';
const UNKNOWN_STATUS = new Unreadable(
  '不认识的订单状态；请核对原始文件中的这一格，若平台新增了状态请联系开发者补充',
);

const asIs: CellParser<string> = (text) => text;

/** Q16: a number that lost its digits is worse than none, but it must not cost the whole order. */
const platformNo: CellParser<string> = (text) => (isScientific(text) ? undefined : text);

/** One parser for each field: a new field does not compile until it says how it is read. */
export function createCellParsers({ statusOf, isDate1904 }: CellParserOptions): CellParsers {
  const time: CellParser<number> = (text) => parseTime(text, { isDate1904 });
  const order = {
    status: (text) => statusOf(text)?.status ?? UNKNOWN_STATUS,
    platformStatus: (text) => statusOf(text)?.platformStatus ?? UNKNOWN_STATUS,
    closeReason: (text) => (text === NO_CLOSE_REASON ? null : text),
    afterSalesStatus: asIs,
    customerNick: asIs,
    customerDisplayName: asIs,
    customerAlipay: asIs,
    placedAtMs: time,
    paidAtMs: time,
    shipDeadlineAtMs: (text) => parseDeadline(text, { isDate1904 }),
    shippedAtMs: time,
    completedAtMs: time,
    goodsFen: parseAmountFen,
    postageFen: parseAmountFen,
    payableFen: parseAmountFen,
    paidFen: parseAmountFen,
    refundFen: parseAmountFen,
    settledFen: parseAmountFen,
    itemTitle: asIs,
    itemCount: parseCount,
    itemKinds: parseCount,
    sku: tidySku,
    merchantCode: asIs,
    receiverName: asIs,
    receiverMobile: platformNo,
    receiverPhone: platformNo,
    receiverAddress: tidyAddress,
    customerMessage: asIs,
    memo: asIs,
    memoTag: asIs,
    flag: parseFlag,
    trackingNo: (text) => {
      const number = tidyTrackingNo(text);
      return number === '' ? null : platformNo(number);
    },
    carrier: asIs,
    paymentNo: platformNo,
    paymentDetail: asIs,
  } satisfies Parsers<OrderFields>;
  const item = {
    title: asIs,
    sku: tidySku,
    outerCode: asIs,
    merchantCode: asIs,
    quantity: parseCount,
    priceFen: parseAmountFen,
    payableFen: parseAmountFen,
    paidFen: parseAmountFen,
    refundStatus: asIs,
    refundFen: parseAmountFen,
    remark: asIs,
    bundleInfo: asIs,
    productNo: platformNo,
  } satisfies Parsers<ItemFields>;
  return { order, item };
}
