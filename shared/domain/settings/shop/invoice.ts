import { z } from 'zod';
import { declareSettings } from '../declaring/declaration.ts';

const AFTER = { completed: '订单完成后', paid: '付款后' } as const;

const InvoiceSettings = z.object({ after: z.enum(['completed', 'paid']) });

/** O11: from when on the shop issues invoices. */
export const invoiceSettings = declareSettings({
  key: 'invoice',
  level: 'shop',
  title: '发票',
  schema: InvoiceSettings,
  defaults: { after: 'completed' },
  changedBy: 'lead',
  fields: {
    after: {
      label: '什么时候开票',
      hint: '客户坚持要提前开的，客服仍可直接开',
      input: { kind: 'choice', labels: AFTER },
      source: { kind: 'seed', note: '收到货后开发票' },
      checkedOn: null,
    },
  },
});
