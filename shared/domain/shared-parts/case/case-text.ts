import { formatFen } from '../../money.ts';
import type { Order } from '../../orders/order.ts';
import type { CaseFields } from './case-field-values.ts';
import { fieldText } from './case-fields.ts';
import type { CaseKindSpec } from './kinds/case-kind-spec.ts';

type Known = {
  readonly fields: CaseFields;
  readonly order: Order | null;
  readonly shopName: string | null;
  readonly agentName: string | null;
  readonly moment: (atMs: number) => string;
};

/** The words that a text may name beside the fields of its kind. */
const ORDER_WORDS: Readonly<Record<string, (known: Known) => string | null | undefined>> = {
  订单号: ({ order }) => order?.no,
  客户: ({ order }) => order?.customerNick,
  收件人: ({ order }) => order?.receiverName,
  收货地址: ({ order }) => order?.receiverAddress,
  商品: ({ order }) => order?.itemTitle,
  快递公司: ({ order }) => order?.carrier,
  快递单号: ({ order }) => order?.trackingNo,
  店铺: ({ shopName }) => shopName,
  客服: ({ agentName }) => agentName,
};

/**
 * The text for the customer, warehouse or courier: `{订单号}` and `{撤单原因}` stand for what is known. Of `[…]` nothing is
 * said where it names something that is not known; elsewhere the agent fills in what stands in 【】.
 */
export function caseText(
  text: string,
  { fields: declared }: Pick<CaseKindSpec, 'fields'>,
  known: Known,
): string {
  const byLabel = new Map(Object.entries(declared).map(([key, field]) => [field.label, { key, field }]));
  function wordOf(name: string): string | null {
    const own = byLabel.get(name);
    const value = own && known.fields[own.key];
    if (own && value !== undefined)
      return fieldText(own.field, value, { money: formatFen, moment: known.moment });
    return (Object.hasOwn(ORDER_WORDS, name) && ORDER_WORDS[name]?.(known)) || null;
  }
  const names = (part: string) => [...part.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  return text
    .replaceAll(/\[([^[\]]*)\]/g, (_, part: string) =>
      names(part).some((name) => wordOf(name) === null) ? '' : part,
    )
    .replaceAll(/\{([^{}]+)\}/g, (_, name: string) => wordOf(name) ?? `【${name}】`);
}

/** The names in a text that nothing fills, which is a slip in the kind. */
export function unknownNames(text: string, { fields }: Pick<CaseKindSpec, 'fields'>): string[] {
  const known = new Set([...Object.keys(ORDER_WORDS), ...Object.values(fields).map(({ label }) => label)]);
  return [...text.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name).filter((name) => !known.has(name));
}
