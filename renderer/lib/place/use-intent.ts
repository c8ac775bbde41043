import { useEffect, useEffectEvent } from 'react';
import type { PanelIntent } from './subject-panel.ts';

/** Tells the scripts beside a panel one thing, for as long as the panel or form that knows it is open. */
export function useIntent<K extends keyof PanelIntent>(
  onIntent: (change: PanelIntent) => void,
  name: K,
  value: PanelIntent[K],
): void {
  const tell = useEffectEvent(onIntent);
  useEffect(() => {
    tell({ [name]: value });
    return () => tell({ [name]: undefined });
  }, [name, value]);
}
