import { useMemo, useState } from 'react';
import { useNavigation } from '../../lib/place/navigation.ts';
import { useMainEvent } from '../events.ts';

/** The agent came to the workbench by a reminder, or to see what is due. */
export type Arrival = {
  readonly kind: 'task' | 'due';
  /** It has been shown: coming back to the workbench later is no arrival. */
  readonly onShown: () => void;
};

/** Opens what a clicked notification speaks of, on whatever screen the agent is. */
export function useArrivals(): Arrival | null {
  const { openSubject, openScreen, dueAsks } = useNavigation();
  const [reminded, setReminded] = useState<Arrival['kind'] | null>(null);
  const [shownAsks, setShownAsks] = useState(dueAsks);
  useMainEvent('task.opened', (opened) => {
    if (opened) openSubject(opened.subject, opened.taskId);
    else openScreen('workbench');
    setReminded(opened ? 'task' : 'due');
  });
  useMainEvent('imports.opened', () => openScreen('imports'));
  const kind = reminded ?? (dueAsks > shownAsks ? 'due' : null);
  return useMemo(() => {
    if (kind === null) return null;
    function onShown(): void {
      setReminded(null);
      setShownAsks(dueAsks);
    }
    return { kind, onShown };
  }, [kind, dueAsks]);
}
