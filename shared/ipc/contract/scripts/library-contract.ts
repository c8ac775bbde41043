import { z } from 'zod';
import { ActivityId, ScriptGroupId, ScriptId, ShopId } from '../../../domain/ids.ts';
import {
  Script,
  ScriptDraft,
  ScriptGroup,
  ScriptGroupName,
  ScriptScope,
  ScriptTag,
} from '../../../domain/scripts/script.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';
import { LONGEST_SEARCH } from './script-contract.ts';

/** More than any library has. */
const MOST_SCRIPTS = 20_000;
const Ids = z.array(ScriptId).min(1).max(MOST_SCRIPTS);
/** By its activity the whole stroke is taken back; `null` where nothing had to change. */
const Change = z.object({ activityId: ActivityId.nullable() });

/** With the name of the group that it would stand in. */
export const SuggestedScript = z.object({ draft: ScriptDraft, groupName: z.string().nullable() });
export type SuggestedScript = z.infer<typeof SuggestedScript>;

export const libraryContract = {
  /** Without what is personal to somebody else. */
  'scripts.library': {
    input: nothing,
    output: z.object({ groups: z.array(ScriptGroup), scripts: z.array(Script) }),
  },
  /** Starter scripts that this build has and the library never had, or that it words otherwise than the library. */
  'scripts.newStarters': {
    input: nothing,
    output: z.array(z.object({ code: z.string(), title: z.string(), isReworded: z.boolean() })),
  },
  'scripts.addNewStarters': { input: nothing, output: Change },
  /** They are not offered again. */
  'scripts.declineNewStarters': { input: nothing, output: nothing },
  /** Of the agent who is signed in; `recent` has the last used first. */
  'scripts.mine': {
    input: nothing,
    output: z.object({ favourites: z.array(ScriptId), recent: z.array(ScriptId) }),
  },
  /** A script of the sentence that the agent has copied, or else of what was typed; `null`: there is none. */
  'scripts.suggest': {
    input: z.object({ typed: z.string().max(LONGEST_SEARCH) }),
    output: SuggestedScript.nullable(),
  },
  'scripts.create': { input: ScriptDraft, output: Change.extend({ script: Script }) },
  'scripts.edit': {
    input: z.object({ id: ScriptId, draft: ScriptDraft }),
    output: Change.extend({ script: Script }),
  },
  /** To the place in front of `beforeId`, or to the end of the group. */
  'scripts.move': {
    input: z.object({
      ids: Ids,
      groupId: ScriptGroupId.nullable(),
      beforeId: ScriptId.nullable().default(null),
    }),
    output: Change,
  },
  'scripts.tag': {
    input: z.object({ ids: Ids, add: z.array(ScriptTag), remove: z.array(ScriptTag) }),
    output: Change,
  },
  'scripts.changeScope': { input: z.object({ ids: Ids, scope: ScriptScope }), output: Change },
  'scripts.copyToOwn': {
    input: z.object({ ids: Ids }),
    output: Change.extend({ ids: z.array(ScriptId) }),
  },
  /** R13: every place for which there is a better word, in one stroke. */
  'scripts.fixWording': {
    input: z.object({ ids: Ids, shopId: ShopId.nullable() }),
    output: Change,
  },
  'scripts.archive': { input: z.object({ ids: Ids }), output: Change },
  'scripts.restore': { input: z.object({ ids: Ids }), output: Change },
  'scripts.setFavourite': { input: z.object({ ids: Ids, isFavourite: z.boolean() }), output: nothing },
  'scriptGroups.create': {
    input: z.object({ name: ScriptGroupName, parentId: ScriptGroupId.nullable() }),
    output: Change.extend({ id: ScriptGroupId }),
  },
  'scriptGroups.rename': { input: z.object({ id: ScriptGroupId, name: ScriptGroupName }), output: Change },
  /** In front of a sibling, or behind them all. */
  'scriptGroups.move': {
    input: z.object({
      id: ScriptGroupId,
      parentId: ScriptGroupId.nullable(),
      beforeId: ScriptGroupId.nullable(),
    }),
    output: Change,
  },
  /** The contents of the group move one level up. */
  'scriptGroups.remove': { input: z.object({ id: ScriptGroupId }), output: Change },
} as const satisfies Record<string, Endpoint>;
