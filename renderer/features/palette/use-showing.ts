import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { MINUTE } from '../../../shared/time/durations.ts';
import { subscribe } from '../../lib/ipc.ts';

/** An agent who comes back later than that probably writes to another customer. */
const SAME_CUSTOMER_MS = 5 * MINUTE;

type Showing = {
  /** Counts how often the window came up. */
  readonly no: number;
  /** Names the customer as long as no order does. */
  readonly customerKey: string;
};

/**
 * Every time the window comes up it is empty and ready. Only a script that is not copied to its end waits for its next
 * message a while, so that hotkey and Enter paste message after message.
 */
export function useShowing() {
  const [showing, setShowing] = useState<Showing>({ no: 0, customerKey: 'palette-0' });
  const unfinishedAt = useRef<number | null>(null);

  const renew = useEffectEvent(() => {
    const since = unfinishedAt.current;
    const isSame = since !== null && performance.now() - since < SAME_CUSTOMER_MS;
    const no = showing.no + 1;
    setShowing({ no, customerKey: isSame ? showing.customerKey : `palette-${no}` });
  });
  useEffect(() => subscribe('palette.shown', () => renew()), []);

  return {
    ...showing,
    noteCopied({ next }: { readonly next: number | null }): void {
      unfinishedAt.current = next === null ? null : performance.now();
    },
  };
}
