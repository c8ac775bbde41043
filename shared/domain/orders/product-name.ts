import { z } from 'zod';

/** B15: how scripts call the product with that title, as an agent has said it. */
export const ProductName = z.object({ title: z.string(), name: z.string() });
export type ProductName = z.infer<typeof ProductName>;

/** A message that names more than that recites a title. */
export const LONGEST_PRODUCT_NAME = 30;
