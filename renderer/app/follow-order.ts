import { useEffect } from 'react';
import type { OrderId, TaskId } from '../../shared/domain/ids.ts';
import { type UnpaidReason } from '../../shared/domain/unpaid-reason.ts';

import { call } from '../lib/ipc.ts';

type Open = {
  readonly orderId: OrderId | null;
  readonly taskId: TaskId | null;
  readonly reason: UnpaidReason | null;
};

/** X3: the palette over another program fills its scripts for the order that is open in the workbench. */
export function useFollowedByPalette({ orderId, taskId, reason }: Open): void {
  useEffect(() => {
    if (orderId === null) return undefined;
    void call('palette.follow', { orderId, taskId, reason });
    return () => void call('palette.follow', null);
  }, [orderId, taskId, reason]);
}
