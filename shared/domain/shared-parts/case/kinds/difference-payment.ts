import type { Order } from '../../../orders/order.ts';

/** The order in which a customer has paid a difference. */
export type DifferencePayment = { readonly no: string; readonly paidFen: number };

type Wanted = {
  readonly dueFen: number;
  /** Title or merchant's code of the link, as the agent wrote it. */
  readonly linkNo: string | null;
};

/** The titles of such links, and what customers write with them. */
const LINK_WORDS = /补运费|补邮费|补差|差价|邮费|运费|补拍|一元链接/;

const bare = (text: string | null): string => (text ?? '').normalize('NFKC').replaceAll(/\s/g, '');

function isByLink({ itemTitle, merchantCode, customerMessage }: Order, { linkNo }: Wanted): boolean {
  const link = bare(linkNo);
  if (link !== '' && (bare(itemTitle).includes(link) || bare(merchantCode) === link)) return true;
  return LINK_WORDS.test(bare(itemTitle)) || LINK_WORDS.test(bare(customerMessage));
}

/**
 * The payment among the later orders of the customer: one over a link. Where there are several, that of the very amount,
 * else the first. An ordinary order is no payment, even if it costs the same.
 */
export function paymentOf(later: readonly Order[], wanted: Wanted): DifferencePayment | null {
  const payments = later.flatMap((order) =>
    order.paidFen !== null && order.paidFen > 0 && isByLink(order, wanted)
      ? [{ no: order.no, paidFen: order.paidFen, placedAtMs: order.placedAtMs ?? 0 }]
      : [],
  );
  const [first] = payments.toSorted(
    (a, b) =>
      Number(b.paidFen === wanted.dueFen) - Number(a.paidFen === wanted.dueFen) ||
      a.placedAtMs - b.placedAtMs,
  );
  return first === undefined ? null : { no: first.no, paidFen: first.paidFen };
}
