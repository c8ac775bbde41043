import { SUBJECT_DOMAINS as PRODUCT } from '../../../electron/joins/subjects/index.ts';
import { toyDomain } from '../domain/toy-domain.ts';

export const SUBJECT_DOMAINS = { ...PRODUCT, 'toy-parcel': toyDomain } as const;
