import type { AnyRecordSpec } from './imports/kinds/records/record-spec.ts';
import type { WritableDb } from './store/connection.ts';
import type { Stores } from './store/stores.ts';

export type CreateRecordSpec = (base: { readonly db: WritableDb; readonly stores: Stores }) => AnyRecordSpec;

/** Every kind of record that can be imported, beside orders with their items; a new one has its line here. */
export const RECORD_SPECS: readonly CreateRecordSpec[] = [];
