import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/main-process/ipc.ts';

export function useExportOrders() {
  return useMutation({ mutationFn: (input: CallInput<'exports.save'>) => call('exports.save', input) });
}
