import { queryOptions } from '@tanstack/react-query';
import type { OrderId, ScriptId } from '../../../shared/domain/ids.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

export const scriptPageQueries = {
  all: () => [...QUERY_ROOTS.scripts, 'page'] as const,
  script: (scriptId: ScriptId) =>
    queryOptions({
      queryKey: [...scriptPageQueries.all(), 'script', scriptId],
      queryFn: () => call('scriptPage.script', { scriptId }),
    }),
  figures: (scriptId: ScriptId) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scriptFigures, scriptId],
      queryFn: () => call('scriptPage.figures', { scriptId }),
    }),
  /** The newest version is the script as it is. */
  history: (scriptId: ScriptId) =>
    queryOptions({
      queryKey: [...scriptPageQueries.all(), 'history', scriptId],
      queryFn: () => call('scriptPage.history', { scriptId }),
    }),
  examplesOfOrder: (orderId: OrderId) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scriptExamples, 'of-order', orderId],
      queryFn: () => call('scriptExamples.ofOrder', { orderId }),
    }),
  proposals: () =>
    queryOptions({
      queryKey: [...scriptPageQueries.all(), 'proposals'],
      queryFn: () => call('scriptProposals.list', undefined),
    }),
  findOrders: (text: string) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.orders, 'for-example', text],
      queryFn: () => call('orders.find', { text }),
      enabled: text !== '',
      placeholderData: (previous) => previous,
    }),
  findScripts: (text: string) =>
    queryOptions({
      queryKey: [...scriptPageQueries.all(), 'for-example', text],
      queryFn: () => call('scripts.search', { text, occasion: { orderId: null, taskId: null }, limit: 20 }),
      placeholderData: (previous) => previous,
    }),
};
