import type { Script, ScriptGroup } from '../../../shared/domain/scripts/script.ts';

/** One script before and after an action; handed back to `undo`, the action is taken back. */
export type ScriptChange = { readonly before: Script | null; readonly after: Script };

/** `before: null` was made, `after: null` was removed. */
export type GroupChange =
  | { readonly before: ScriptGroup | null; readonly after: ScriptGroup }
  | { readonly before: ScriptGroup; readonly after: null };

/** All that one stroke of the agent changed in the library. */
export type LibraryChange = {
  readonly scripts: readonly ScriptChange[];
  readonly groups: readonly GroupChange[];
};
