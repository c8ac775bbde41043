import { RECORD_SPECS as PRODUCT } from '../../../electron/record-specs.ts';
import { createToyRecords } from '../domain/toy-records.ts';

export const RECORD_SPECS = [...PRODUCT, createToyRecords];
