import type { AnyRecordSpec } from '../../imports/kinds/records/record-spec.ts';
import type { SubjectModule } from '../../kernel/subjects/subject-module.ts';
import type { WritableDb } from '../../store/connection.ts';

/**
 * Everything that one kind of subject gives to the program. Each part names in its own type what it takes, and
 * `modules.ts` does not compile where nobody gives that.
 */
export type SubjectDomain = {
  /** Its own stores, by the names under which others find them; those that no kind owns are in `store/stores.ts`. */
  readonly stores?: (db: WritableDb) => object;
  /** From the stores; left out: no such subject can have tasks. */
  readonly module?: (stores: never) => SubjectModule;
  /** The records that its exports bring. */
  readonly records?: (base: never) => readonly AnyRecordSpec[];
  readonly handlers?: (edge: never) => object;
};
