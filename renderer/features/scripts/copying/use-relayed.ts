import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { EventPayload } from '../../../../shared/ipc/contract.ts';
import { subscribe } from '../../../lib/main-process/ipc.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { type CopySession, SESSIONS, toldProgress } from './copy-session.ts';

/** The hotkey has copied the next message while the agent was in the chat: the window shows how far the script is. */
export function useRelayed(): void {
  const queryClient = useQueryClient();
  const feedback = useFeedback();
  const follow = useEffectEvent(({ orderId, scriptId, next, total }: EventPayload<'scripts.relayed'>) => {
    feedback.done(`已复制 ${next ?? total}/${total}，直接粘贴`);
    if (orderId === null) return;
    queryClient.setQueryData<CopySession>([SESSIONS, orderId], (known) => {
      if (known?.progress?.scriptId !== scriptId) return known;
      const progress = next === null ? null : { ...known.progress, next };
      return { ...known, ...toldProgress(known, scriptId, progress) };
    });
  });
  useEffect(() => subscribe('scripts.relayed', (relayed) => follow(relayed)), []);
}
