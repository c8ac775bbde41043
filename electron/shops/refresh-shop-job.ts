import { z } from 'zod';
import { ShopId } from '../../shared/domain/ids.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { type JobSpec, job } from '../kernel/jobs/job.ts';
import type { RefreshShops } from './refresh-shops.ts';

/** Longer than main waits until it tries a click again. */
const REST_MS = 50;

const Input = z.object({ shopId: ShopId });

export const refreshShopJob: JobSpec<z.infer<typeof Input>, undefined> = {
  name: 'shops.refresh',
  label: '更新待办',
  input: Input,
  output: z.undefined(),
  writes: true,
};

type Place = { readonly clock: Clock; readonly core: { readonly refreshShops: RefreshShops } };

export const shopJobs = [
  job(refreshShopJob, async ({ input, onProgress, shouldStop }, { clock, core }: Place) => {
    await core.refreshShops.refresh(input.shopId, {
      shouldStop,
      onProgress,
      rest: () =>
        new Promise((resolve) => {
          clock.runAfter(REST_MS, resolve);
        }),
    });
    return undefined;
  }),
];
