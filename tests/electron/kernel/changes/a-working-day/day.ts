import type { ActivityId } from '../../../../../shared/domain/ids.ts';
import type { CallInput, Channel, Output } from '../../../../../shared/ipc/contract.ts';
import { MINUTE } from '../../../../../shared/time/durations.ts';
import { createMainSide } from '../../../../support/main-side/create-main-side.ts';
import { createTransactionCount, watchTables } from '../../../../support/watched-tables.ts';

/** 10 June 2026, 14:30 in Beijing. */
const STARTS_AT_MS = Date.UTC(2026, 5, 10, 6, 30);

export type Day = ReturnType<typeof openDay>;

/** The main side of the program on an empty store, before its first day; every row that it writes is noted. */
export function openDay(folder: string) {
  const count = createTransactionCount();
  const main = createMainSide({ startsAtMs: STARTS_AT_MS, folder, onStatement: count.onStatement });
  const { transactions } = watchTables(main.db, count.current);

  /** As the page asks; a minute has gone by since it asked before. */
  async function ask<C extends Channel>(channel: C, input: CallInput<C>): Promise<Output<C>> {
    main.clock.advanceBy(MINUTE);
    const reply = JSON.parse(await main.bridge.invoke(channel, input));
    if (!reply.ok) throw new Error(`${channel}: ${reply.failure.message}`);
    return reply.value;
  }

  return {
    main,
    core: main.core,
    folder,
    transactions,
    ask,
    /** Does it, takes it back, and does it again, so that both are on record. */
    async thereAndBack(
      act: () => Promise<{ readonly activityId: ActivityId | null } | null>,
    ): Promise<{ readonly activityId: ActivityId | null } | null> {
      const done = await act();
      if (!done || done.activityId === null) throw new Error('Nothing was done that could be taken back');
      await ask('activities.undo', { activityId: done.activityId });
      return await act();
    },
  };
}
