import { queryOptions } from '@tanstack/react-query';
import type { ParcelId } from '../../../shared/domain/parcels/parcel.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { setMainNow } from '../../lib/time/now.ts';

export const parcelPanelQueries = {
  detail: (parcelId: ParcelId) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.panels, 'parcel', parcelId],
      queryFn: async () => {
        const detail = await call('parcels.detail', { parcelId });
        setMainNow(detail.nowMs);
        return detail;
      },
      placeholderData: (previous) => previous,
    }),
};
