import { useEffect } from 'react';
import type { ScriptOccasion } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';

/**
 * X3: the palette over another program fills its scripts for the order that is open in the workbench, or that its
 * subject belongs to.
 */
export function useFollowedByPalette(occasion: ScriptOccasion): void {
  const { orderId, taskId, reason, refundId = null, parcelId = null, caseId = null } = occasion;
  useEffect(() => {
    if (orderId === null) return undefined;
    void call('palette.follow', { orderId, taskId, reason, refundId, parcelId, caseId });
    return () => void call('palette.follow', null);
  }, [orderId, taskId, reason, refundId, parcelId, caseId]);
}
