import { queryOptions } from '@tanstack/react-query';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { setMainNow } from '../../lib/time/now.ts';

export const casePanelQueries = {
  detail: (id: CaseId) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.panels, 'case', id],
      queryFn: async () => {
        const detail = await call('cases.detail', { id });
        setMainNow(detail.nowMs);
        return detail;
      },
      placeholderData: (previous) => previous,
    }),
};
