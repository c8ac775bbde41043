import { useEffect, useRef } from 'react';

/** Gives the element the focus once it is its turn, so that Enter presses it. */
export function useFocusWhen<E extends HTMLElement>(isTurn: boolean) {
  const element = useRef<E>(null);
  useEffect(() => {
    if (isTurn) element.current?.focus();
  }, [isTurn]);
  return element;
}
