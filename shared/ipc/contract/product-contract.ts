import { z } from 'zod';
import { OrderId } from '../../domain/ids.ts';
import { LONGEST_PRODUCT_NAME, ProductName } from '../../domain/orders/product-name.ts';
import type { Endpoint } from './endpoint.ts';
import { nothing } from './endpoint.ts';
import { Recorded } from './task-contract.ts';

export const productContract = {
  'products.names': { input: nothing, output: z.array(ProductName) },
  /** An empty name: scripts shorten the title by themselves again. */
  'products.name': {
    input: z.object({
      title: z.string().trim().min(1).max(2000),
      name: z.string().trim().max(LONGEST_PRODUCT_NAME),
      /** The order beside which it was said; its records tell of it. */
      orderId: OrderId.nullable(),
    }),
    output: Recorded,
  },
} as const satisfies Record<string, Endpoint>;
