import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { UnfinishedCopy } from '../../../shared/ipc/contract/scripts/palette-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { subscribe } from '../../lib/main-process/ipc.ts';

/** An agent who comes back later than that probably writes to another customer. */
const SAME_CUSTOMER_MS = 5 * MINUTE;

type Showing = {
  /** Counts how often the window came up. */
  readonly no: number;
  /** Names the customer as long as no order does. */
  readonly customerKey: string;
  /** The script that waits for its next message, and for whom; `null` also where the workbench says for whom. */
  readonly unfinished: UnfinishedCopy | null;
};
type Waiting = { readonly sinceMs: number; readonly unfinished: UnfinishedCopy | null };

/**
 * Every time the window comes up it is empty and ready. Only a script that is not copied to its end waits for its next
 * message a while, so that hotkey and Enter paste message after message.
 */
export function useShowing() {
  const [showing, setShowing] = useState<Showing>({ no: 0, customerKey: 'palette-0', unfinished: null });
  const waiting = useRef<Waiting | null>(null);

  const renew = useEffectEvent(() => {
    const { sinceMs, unfinished } = waiting.current ?? { sinceMs: -Infinity, unfinished: null };
    const isSame = performance.now() - sinceMs < SAME_CUSTOMER_MS;
    const no = showing.no + 1;
    if (isSame) setShowing({ no, customerKey: showing.customerKey, unfinished });
    else setShowing({ no, customerKey: `palette-${no}`, unfinished: null });
  });
  // At once, not when React finds the time: the next key may be on its way.
  useEffect(() => subscribe('palette.shown', () => flushSync(() => renew())), []);

  return {
    ...showing,
    noteCopied({ next }: { readonly next: number | null }, unfinished: UnfinishedCopy | null): void {
      waiting.current = next === null ? null : { sinceMs: performance.now(), unfinished };
    },
  };
}
