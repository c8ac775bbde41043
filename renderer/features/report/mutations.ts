import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import type { ReportKind } from './report-kinds.ts';

const CHANNELS = {
  chase: 'reports.exportChase',
  orders: 'reports.exportOrders',
  refunds: 'reports.exportRefunds',
} as const satisfies Record<ReportKind, string>;

export function useExportReport(kind: ReportKind) {
  return useMutation({
    mutationFn: (input: CallInput<(typeof CHANNELS)[ReportKind]>) => call(CHANNELS[kind], input),
  });
}
