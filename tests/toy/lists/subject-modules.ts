import { SUBJECT_MODULES as PRODUCT } from '../../../electron/subject-modules.ts';
import { createToySubject } from '../domain/toy-subject.ts';

export const SUBJECT_MODULES = { ...PRODUCT, 'toy-parcel': createToySubject } as const;
