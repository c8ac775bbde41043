import { SUBJECT_LABELS as PRODUCT } from '../../../shared/domain/subjects/subject-kinds.ts';

export const SUBJECT_LABELS = { ...PRODUCT, 'toy-parcel': '玩具包裹' } as const;
