import { useState } from 'react';
import { useNavigation } from '../../lib/place/navigation.ts';
import { useMainEvent } from '../events.ts';

/** A reminder that was clicked; `no` tells one click from the next. */
export type Arrival = { readonly no: number; readonly kind: 'task' | 'digest' };

/** Opens what a clicked reminder speaks of, on whatever screen the agent is. */
export function useArrivals(): Arrival | null {
  const { openSubject, openScreen } = useNavigation();
  const [arrival, setArrival] = useState<Arrival | null>(null);
  useMainEvent('task.opened', (opened) => {
    if (opened) openSubject(opened.subject, opened.taskId);
    else openScreen('workbench');
    setArrival({ no: (arrival?.no ?? 0) + 1, kind: opened ? 'task' : 'digest' });
  });
  return arrival;
}
