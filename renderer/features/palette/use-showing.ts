import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { MINUTE } from '../../../shared/time/durations.ts';
import { subscribe } from '../../lib/ipc.ts';

/** Whoever comes back later than that writes to somebody else. */
const SAME_CUSTOMER_MS = 5 * MINUTE;

type Showing = {
  /** Counts how often the window came up. */
  readonly no: number;
  /** Names the customer as long as no order does. */
  readonly nobody: string;
};

/**
 * Every time the window comes up it is empty and ready. Only a script that is not copied to its end waits for its next
 * message a while, so that hotkey and Enter paste message after message.
 */
export function useShowing() {
  const [showing, setShowing] = useState<Showing>({ no: 0, nobody: 'palette-0' });
  const unfinishedAt = useRef<number | null>(null);

  const renew = useEffectEvent(() => {
    const since = unfinishedAt.current;
    const isSame = since !== null && performance.now() - since < SAME_CUSTOMER_MS;
    const no = showing.no + 1;
    setShowing({ no, nobody: isSame ? showing.nobody : `palette-${no}` });
  });
  useEffect(() => subscribe('palette.shown', () => renew()), []);

  return {
    ...showing,
    noteCopied({ next }: { readonly next: number | null }): void {
      unfinishedAt.current = next === null ? null : performance.now();
    },
  };
}
