import type { Base } from '../../../../../electron/base.ts';
import { makeEach } from '../../../../../electron/subject-domains.ts';
import type { CreateRecordSpec } from './toy-specs.ts';

/** The invented kinds are asked first, so that a file of theirs is known as such. */
export const besideTheProduct = (invented: readonly CreateRecordSpec[]) => (base: Base) => [
  ...invented.map((create) => create(base)),
  ...makeEach('records', base).flat(),
];
