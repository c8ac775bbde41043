import type { Script, ScriptGroup } from '../../../shared/domain/script.ts';

/** What an action did to one script; handed back to `undo`, it is taken back. */
export type ScriptChange = { readonly before: Script | null; readonly after: Script };

/** `before: null` was made, `after: null` was removed. */
export type GroupChange =
  | { readonly before: ScriptGroup | null; readonly after: ScriptGroup }
  | { readonly before: ScriptGroup; readonly after: null };

/** What one stroke of the agent did to the library. */
export type LibraryChange = {
  readonly scripts: readonly ScriptChange[];
  readonly groups: readonly GroupChange[];
};
