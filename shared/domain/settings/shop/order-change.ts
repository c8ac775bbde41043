import { z } from 'zod';
import { declareSettings, type SettingField } from '../declaring/declaration.ts';

const WISH_ANSWERS = { yes: '可以', 'ask-lead': '先请示主管', no: '不接受' } as const;
export type WishAnswer = keyof typeof WISH_ANSWERS;
const WishAnswer = z.enum(['yes', 'ask-lead', 'no']);

const OrderChangeSettings = z.object({
  printCutoff: z.int().min(0).max(1439),
  'ship-on-date': WishAnswer,
  'ship-today': WishAnswer,
  address: WishAnswer,
  accessory: WishAnswer,
  courier: WishAnswer,
  split: WishAnswer,
  merge: WishAnswer,
  'gift-note': WishAnswer,
  other: WishAnswer,
});

const wish = (label: string): SettingField => ({
  label,
  input: { kind: 'choice', labels: WISH_ANSWERS },
  source: { kind: 'choice' },
  checkedOn: null,
});

/** O2, O3: the answers of the shop to customers who want an order changed. */
export const orderChangeSettings = declareSettings({
  key: 'orderChange',
  level: 'shop',
  title: '撤单与特殊要求',
  schema: OrderChangeSettings,
  defaults: {
    printCutoff: 16 * 60,
    'ship-on-date': 'yes',
    'ship-today': 'yes',
    address: 'yes',
    accessory: 'ask-lead',
    courier: 'yes',
    split: 'ask-lead',
    merge: 'yes',
    'gift-note': 'yes',
    other: 'ask-lead',
  },
  changedBy: 'lead',
  fields: {
    printCutoff: {
      label: '打单时间',
      hint: '付款当天这个时间之前撤单，按未打单处理；之后不确定是否打单，先问仓库',
      input: { kind: 'minute-of-day' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    'ship-on-date': wish('要求指定日期发货'),
    'ship-today': wish('要求今天发出'),
    address: wish('要求改地址'),
    accessory: wish('要求加配件或赠品'),
    courier: wish('要求指定快递'),
    split: wish('要求分开发'),
    merge: wish('要求合并发'),
    'gift-note': wish('要求贺卡留言'),
    other: wish('其他要求'),
  },
});
