import { useEffect, useRef } from 'react';

/** Gives the button the focus once it is its turn, so that Enter presses it. */
export function useFocusWhen(isTurn: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isTurn) button.current?.focus();
  }, [isTurn]);
  return button;
}
