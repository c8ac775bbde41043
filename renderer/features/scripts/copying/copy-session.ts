import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ScriptId } from '../../../../shared/domain/ids.ts';
import type { Reworded } from '../../../../shared/domain/scripts/script-template/reword-message.ts';
import type { ScriptField } from '../../../../shared/domain/scripts/script-template/script-message.ts';
import type { WordingNote } from '../../../../shared/domain/scripts/wording/wording-note.ts';
import type { Answers, ScriptHit } from '../../../../shared/ipc/contract/scripts/script-contract.ts';

/** How far the messages of a script have been copied. */
export type CopyProgress = {
  readonly scriptId: ScriptId;
  readonly title: string;
  /** As it was when its last message was copied. */
  readonly hit: ScriptHit;
  readonly next: number;
  readonly total: number;
};

/** The agent has to answer this before the script can be copied. */
export type Question = {
  readonly hit: ScriptHit;
  readonly message: number;
  /** All messages as one text. */
  readonly isWhole: boolean;
  readonly fields: readonly ScriptField[];
};

/** R13: the message that the shop's norms kept from the clipboard. */
export type Blocked = {
  readonly hit: ScriptHit;
  readonly message: number;
  readonly isWhole: boolean;
  readonly notes: readonly WordingNote[];
  readonly canOverride: boolean;
};

/** X3: the agent's own words for messages of a script, by their place; said this time, or about to be. */
export type Rewording = {
  readonly scriptId: ScriptId;
  readonly texts: Reworded;
  /** The agent is writing them. */
  readonly isOpen: boolean;
};

/** All that belongs to one order: neither progress nor an open question nor an answer goes over to the next one. */
export type CopySession = {
  readonly progress: CopyProgress | null;
  readonly question: Question | null;
  readonly blocked: Blocked | null;
  readonly rewording: Rewording | null;
  readonly answers: Answers;
};

const FRESH: CopySession = { progress: null, question: null, blocked: null, rewording: null, answers: {} };

/** How far a script is; one that was said to the end begins with its own words again. */
export function toldProgress(
  { rewording }: Pick<CopySession, 'rewording'>,
  scriptId: ScriptId,
  progress: CopyProgress | null,
): Partial<CopySession> {
  return progress === null && rewording?.scriptId === scriptId ? { progress, rewording: null } : { progress };
}

export const SESSIONS = 'copying';
/** More customers than anybody answers at the same time; the window stays open for weeks. */
const MOST_KEPT = 50;

/** First those in which nothing was copied, then those that were left the longest ago. */
function forgetOldest(queryClient: QueryClient, openKey: string): void {
  const cache = queryClient.getQueryCache();
  const oldestFirst = cache
    .findAll({ queryKey: [SESSIONS], predicate: ({ queryKey }) => queryKey[1] !== openKey })
    .toSorted((one, other) => one.state.dataUpdatedAt - other.state.dataUpdatedAt);
  for (const query of oldestFirst.slice(0, -MOST_KEPT)) cache.remove(query);
}

/** Kept in memory for a while, so that looking at something else in between loses nothing. */
export function useCopySession(orderKey: string) {
  const queryClient = useQueryClient();
  const queryKey = [SESSIONS, orderKey] as const;
  useEffect(() => forgetOldest(queryClient, orderKey), [queryClient, orderKey]);
  const { data = FRESH } = useQuery<CopySession>({
    queryKey,
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  function change(changes: Partial<CopySession>): void {
    queryClient.setQueryData<CopySession>(queryKey, (known = FRESH) => ({ ...known, ...changes }));
  }
  return [data, change] as const;
}
