import type { ExportKind } from './export-kind.ts';
import { ORDER_EXPORT } from './orders/order-export.ts';

/** Every kind of record that can be imported, in the order in which they are asked whether a file is theirs. */
export const EXPORT_KINDS: readonly ExportKind[] = [ORDER_EXPORT];
