import { DAY, HOUR } from '../../../../time/durations.ts';
import type { CaseFields } from '../case-field-values.ts';
import type { CaseKindSpec } from './case-kind-spec.ts';

const PARTS = {
  stock: '库存',
  price: '价格',
  title: '标题',
  description: '详情描述',
  picture: '图片',
  sku: '规格',
  score: '评分',
  other: '其他',
} as const;

const partOf = ({ part }: CaseFields): string | null =>
  typeof part === 'string' && Object.hasOwn(PARTS, part) ? PARTS[part as keyof typeof PARTS] : null;

/** O10: the page of the product says something that is not so, or goods are gone; those who keep the shop have to know. */
export const productCorrection: CaseKindSpec = {
  label: '商品更正',
  fields: {
    product: { label: '商品名称', input: { kind: 'text' }, isRequired: true },
    productNo: { label: '商品编号', hint: '编号或商家编码', input: { kind: 'text' } },
    part: { label: '哪一项', input: { kind: 'choice', labels: PARTS }, isRequired: true },
    oldValue: { label: '现在写的', input: { kind: 'text' } },
    newValue: { label: '应改为', input: { kind: 'text' }, isRequired: true },
  },
  about(fields) {
    const part = partOf(fields);
    const { oldValue, newValue } = fields;
    if (part === null || newValue === undefined) return part;
    return `${part}${oldValue === undefined ? '' : ` ${oldValue}`}→${newValue}`;
  },
  first: 'noted',
  steps: {
    noted: {
      label: '告知运营',
      next: ['sent', 'corrected'],
      defaultDueAfterMs: 4 * HOUR,
      text: '商品资料有误：{商品名称}[（{商品编号}）]，{哪一项}[现在是“{现在写的}”]，应为“{应改为}”。来自订单 {订单号}，改好请回复。',
    },
    sent: {
      label: '等运营改好',
      next: ['corrected', 'noted'],
      waitingOn: 'operations',
      isInBusinessHours: true,
      defaultDueAfterMs: 4 * HOUR,
      text: '请问 {商品名称}[（{商品编号}）] 的{哪一项}改好了吗？应为“{应改为}”，还有客户在问。',
    },
    corrected: { label: '已改好，在页面上核对', next: ['wrong-again'], defaultDueAfterMs: DAY },
    'wrong-again': { label: '还是不对，再告知', next: ['sent'], defaultDueAfterMs: HOUR },
  },
  closing: { needsTold: false, evidence: [] },
  prefill({ order }): CaseFields {
    if (order === null) return {};
    const { itemTitle, merchantCode } = order;
    return {
      ...(itemTitle === null ? {} : { product: itemTitle.slice(0, 500) }),
      ...(merchantCode === null ? {} : { productNo: merchantCode.slice(0, 500) }),
    };
  },
};
