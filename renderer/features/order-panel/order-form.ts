import { useEffect, useEffectEvent } from 'react';
import type { Order } from '../../../shared/domain/order.ts';
import type { FormWork, PanelIntent, SubjectPanelProps } from '../../lib/subject-panel.ts';

export type OrderFormProps = Pick<SubjectPanelProps, 'intent' | 'onIntent'> & {
  readonly order: Order;
  readonly work: FormWork;
};

/** Lets the scripts know what is about to be recorded, for as long as its form is open. */
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
