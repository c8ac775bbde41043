import { useMemo } from 'react';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';

/** The form of the memo goes by this name among the actions of an order. */
export const MEMO_ACTION = '平台备注';

/** The memo of this order that another action has asked for, and the form that it opens. */
export function useWantedMemo(orderId: OrderId) {
  const { wantedMemo: wanted } = useNavigation();
  const wantedMemo = wanted?.orderId === orderId ? wanted : null;
  const wantedForm = useMemo(() => wantedMemo && { label: MEMO_ACTION }, [wantedMemo]);
  return { wantedMemo, wantedForm };
}
