import { z } from 'zod';

export type Endpoint = { readonly input: z.ZodType; readonly output: z.ZodType };

export const nothing = z.undefined();
