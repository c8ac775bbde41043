import { SUBJECT_TABLES as PRODUCT } from '../../../electron/store/activities/subject-tables.ts';

export const SUBJECT_TABLES = {
  ...PRODUCT,
  'toy-parcel': { table: 'toy_parcels', shop: 'shop_id' },
} as const;
