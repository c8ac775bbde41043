import type { ShopId } from '../../shared/domain/ids.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import type { RunningJob, StartJob } from '../kernel/jobs/job-runner.ts';
import { refreshShopJob } from './refresh-shop-job.ts';

const STOPPED = '已停止；其余待办在下次启动时更新';

type Dependencies = {
  readonly start: StartJob;
  /** The shops whose tasks do not follow their settings yet. */
  readonly marked: () => readonly ShopId[];
  readonly shops: { get(id: ShopId): Shop | undefined };
  /** Some tasks have changed. */
  readonly changed: () => void;
};

/** Starts a job for each marked shop: at the start of the program, and whenever settings were saved. */
export function createKeepTasksCurrent({ start, marked, shops, changed }: Dependencies): () => void {
  const running = new Set<ShopId>();

  async function settle(id: ShopId, { result }: RunningJob<undefined>): Promise<void> {
    const { kind } = await result;
    running.delete(id);
    changed();
    // Settings may have been saved just behind the last page. A job that was cancelled goes on at the next start.
    if (kind === 'done') startMarked();
  }

  function startMarked(): void {
    for (const id of marked()) {
      if (running.has(id)) continue;
      running.add(id);
      const title = `更新「${shops.get(id)?.name ?? '已删除的店铺'}」的待办`;
      void settle(id, start(refreshShopJob, { shopId: id }, { title, stopNote: STOPPED }));
    }
  }

  return startMarked;
}
