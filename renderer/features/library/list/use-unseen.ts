import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo } from 'react';
import type { ScriptId } from '../../../../shared/domain/ids.ts';
import { scriptNewsQuery } from '../../../lib/main-process/script-queries.ts';
import { useMarkSeen } from '../mutations.ts';

/** The scripts that others changed since the agent last looked; opening a script is looking at it. */
export function useUnseen(openKey: string | null): ReadonlySet<string> {
  const { data } = useQuery(scriptNewsQuery());
  const markSeen = useMarkSeen();
  const ids = data?.scriptIds;
  const openId = ids?.find((id) => id === openKey);
  const look = useEffectEvent((scriptId: ScriptId) => markSeen.mutate({ scriptId }));
  useEffect(() => {
    if (openId !== undefined) look(openId);
  }, [openId]);
  return useMemo(() => new Set<string>(ids), [ids]);
}
