import { useEffect, useEffectEvent } from 'react';
import { z } from 'zod';
import { beijingDate } from '../../../../shared/time/beijing.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { useViewMemory } from '../../../lib/place/view-state.ts';
import { now } from '../../../lib/time/now.ts';

/** An agent who signs in for the first time of a day sees first what it holds; the very first day has beginnings of its own. */
export function useBeginDay(): void {
  const { openToday } = useNavigation();
  const [lastDay, keepDay] = useViewMemory('last-day', z.string(), '');
  const begin = useEffectEvent(() => {
    const today = beijingDate(now());
    if (lastDay === today) return;
    keepDay(today);
    if (lastDay !== '') openToday();
  });
  useEffect(() => begin(), []);
}
