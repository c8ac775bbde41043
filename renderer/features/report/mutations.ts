import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/main-process/ipc.ts';

export function useExportChaseReport() {
  return useMutation({
    mutationFn: (input: CallInput<'reports.exportChase'>) => call('reports.exportChase', input),
  });
}
