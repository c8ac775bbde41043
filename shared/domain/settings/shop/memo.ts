import { z } from 'zod';
import { DAY, MINUTE } from '../../../time/durations.ts';
import { MEMO_DATE_STYLES, MEMO_TEMPLATES, MemoPattern } from '../../memos/memo-template.ts';
import { declareSettings } from '../declaring/declaration.ts';

const MemoSettings = z.object({
  templates: z.record(z.enum(MEMO_TEMPLATES), MemoPattern),
  dateStyle: z.enum(MEMO_DATE_STYLES),
  mostBytes: z.int().min(50).max(10_000),
  writeBackMs: z.int().positive().max(DAY),
  staleAfterMs: z
    .int()
    .positive()
    .max(7 * DAY),
});
export type MemoSettings = z.infer<typeof MemoSettings>;

/** O1: the words of memos, and how soon they have to be on the platform. */
export const memoSettings = declareSettings({
  key: 'memo',
  level: 'shop',
  title: '订单备注',
  schema: MemoSettings,
  defaults: {
    templates: {
      'price-change': { text: '{客服}', flag: 'yellow' },
      unshipped: { text: '{原因}+{客服}/{日期}', flag: 'purple' },
      shipped: { text: '{原因}+{客服}/{日期}', flag: 'blue' },
      special: { text: '{快递}+{客服}/{日期}', flag: 'red' },
      refundable: { text: '可退款+{客服}/{日期}', flag: 'green' },
    },
    dateStyle: 'M.D',
    mostBytes: 1000,
    writeBackMs: 10 * MINUTE,
    staleAfterMs: 30 * MINUTE,
  },
  changedBy: 'agent',
  fields: {
    templates: {
      label: '备注模板',
      hint: '可用 {原因}、{客服}、{日期}、{快递}；没有内容的连同后面的 + 或 / 省略',
      input: { kind: 'own' },
      source: { kind: 'seed', note: '改价黄旗、未发货紫旗、已发货蓝旗、特殊备注红旗、可退款绿旗' },
      checkedOn: null,
    },
    dateStyle: {
      label: '日期写法',
      input: { kind: 'choice', labels: { 'M.D': '6.10', 'MM-DD': '06-10', 'YYYY.M.D': '2026.6.10' } },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    mostBytes: {
      label: '备注上限',
      hint: '一个汉字 3 字节；超出的不能复制',
      input: { kind: 'count', unit: '字节' },
      source: { kind: 'platform', note: '淘宝、天猫 1000 字节；其他平台没有查到，按后台提示填写' },
      checkedOn: null,
    },
    writeBackMs: {
      label: '写回提醒',
      hint: '复制后多久还没写到平台就提醒',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    staleAfterMs: {
      label: '报表过旧',
      hint: '报表早于此时间，写备注前提醒先刷新导出，以免覆盖同事刚写的备注',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
