import type { AgentId } from '../../../shared/domain/ids.ts';
import { NO_SITUATION } from '../../../shared/domain/scripts/rank-scripts.ts';
import {
  FOR_ALL,
  LONGEST_PART,
  type Script,
  type ScriptDraft,
  type ScriptScope,
} from '../../../shared/domain/scripts/script.ts';
import { isVisibleTo } from '../../../shared/domain/scripts/script-scope.ts';
import type { FoundScript, ScriptIndex } from '../../../shared/domain/scripts/script-search.ts';
import { codeFor, titleFor } from '../../../shared/domain/scripts/suggest-names.ts';

type Dependencies = {
  readonly index: { read(): Promise<ScriptIndex> };
  readonly scripts: { findByCode(code: string, scope: ScriptScope): Script | undefined };
  /** The text that the agent copied elsewhere; `''` for a script of ours. */
  readonly foreignText: () => Promise<string>;
  readonly agentId: () => AgentId | null;
  readonly mayChange: (scope: ScriptScope) => boolean;
};

export type SuggestedScript = { readonly draft: ScriptDraft; readonly groupName: string | null };

/** A sentence says what it is about within so many characters. */
const LOOKED_AT = 100;

/** A script of the sentence on the clipboard, or of what was typed, with names and a place; `null`: there is none. */
export function createSuggestScript(dependencies: Dependencies) {
  const { index, scripts, foreignText, agentId, mayChange } = dependencies;

  /** An agent whose changes a lead decides writes for themselves first. */
  function scopeOfNew(): ScriptScope {
    const id = agentId();
    return id === null || mayChange(FOR_ALL) ? FOR_ALL : { kind: 'personal', agentId: id };
  }

  async function nearestTo(text: string): Promise<FoundScript | undefined> {
    const library = await index.read();
    return library.search({
      text: text.slice(0, LOOKED_AT),
      situation: NO_SITUATION,
      values: null,
      limit: 1,
      isVisible: (scope) => isVisibleTo(scope, agentId()),
    })[0];
  }

  function draftOf(text: string, nearest: Script | null): ScriptDraft {
    const title = titleFor(text);
    const scope = scopeOfNew();
    const isTaken = (code: string) => scripts.findByCode(code, scope) !== undefined;
    return {
      scope,
      groupId: nearest?.groupId ?? null,
      title,
      code: codeFor(title, nearest?.code ?? null, isTaken),
      parts: [text],
      keywords: '',
      tags: [],
      fit: { stages: nearest?.fit.stages ?? [], reasons: [], steps: [], grades: [] },
    };
  }

  return async (typed: string): Promise<SuggestedScript | null> => {
    const copied = (await foreignText()).trim();
    const text = withoutTags(copied === '' ? typed.trim() : copied).slice(0, LONGEST_PART);
    if (text === '') return null;
    const nearest = await nearestTo(text);
    return { groupName: nearest?.groupName ?? null, draft: draftOf(text, nearest?.script ?? null) };
  };
}

/** A text that a person has written holds no variables; braces in it are only braces. */
const withoutTags = (text: string): string => text.replaceAll('{', '｛').replaceAll('}', '｝');
