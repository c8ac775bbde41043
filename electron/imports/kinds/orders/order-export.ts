import type { ExportKind } from '../export-kind.ts';
import { labelsOf } from '../field.ts';
import { ITEM_FIELDS } from './columns/item-fields.ts';
import { LONG_TAIL_COLUMNS } from './columns/long-tail-columns.ts';
import { ORDER_FIELDS } from './columns/order-fields.ts';
import { ORDER_FORMATS } from './columns/order-formats.ts';
import { ORDER_STRANGERS } from './columns/order-marks.ts';

/** Takes nearly any file with an order number, so it is asked after every other kind. */
export const ORDER_EXPORT: ExportKind = {
  name: 'order',
  label: '订单',
  files: '订单报表和宝贝报表',
  keyColumn: '订单编号',
  usualColumns: ['订单编号', '订单状态', '金额', '时间'],
  fileName: /订单|宝贝|ExportOrder|ExportItem/i,
  formats: ORDER_FORMATS,
  fieldLabels: labelsOf({ ...ITEM_FIELDS, ...ORDER_FIELDS }),
  longTail: LONG_TAIL_COLUMNS,
  strangers: ORDER_STRANGERS,
};
