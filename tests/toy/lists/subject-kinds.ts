import { SUBJECT_KIND_SPECS as PRODUCT } from '../../../shared/domain/subjects/subject-kinds.ts';

export const SUBJECT_KIND_SPECS = {
  ...PRODUCT,
  'toy-parcel': { label: '玩具包裹', table: 'toy_parcels', shop: 'shop_id' },
} as const;
