import { z } from 'zod';
import { ShopId } from '../../shared/domain/ids.ts';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { JobWork } from '../kernel/jobs/job.ts';
import { stopIfAsked } from '../kernel/jobs/stopped-error.ts';
import type { InTransaction } from '../store/connection.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';

/** A click waits for one page at most: about 50 ms on the slowest PC that the program is meant for. */
const PAGE = 250;
const NOTE = 'shopsToRefresh';

/** How far the tasks of each marked shop are worked out. */
const Marks = z.record(
  ShopId,
  z.object({
    /** A new one after each saving of settings; then all begins anew. */
    token: z.string(),
    /** The subjects up to this one are done; they are gone through in the order of kind and id. */
    doneUpTo: z.string(),
  }),
);

type Dependencies = {
  readonly settings: Pick<SettingsStore, 'read' | 'write'>;
  /** All subjects of the shop for which a rule can want or end anything. */
  readonly listLive: (id: ShopId) => readonly SubjectRef[];
  readonly refreshTasks: (changed: readonly SubjectRef[], nowMs: EpochMs) => unknown;
  readonly inTransaction: InTransaction;
  readonly newId: (nowMs: EpochMs) => string;
  readonly now: () => EpochMs;
};

type Control = Pick<JobWork<unknown>, 'shouldStop' | 'onProgress'> & {
  /** Lets the clicks that wait for the store go first. */
  readonly rest: () => Promise<void>;
};

type Pass = { readonly token: string; readonly live: readonly SubjectRef[]; readonly done: number };

const placeOf = ({ kind, id }: SubjectRef): string => `${kind}/${id}`;

type Marking = Pick<Dependencies, 'settings' | 'newId' | 'now'>;

const marksIn = (settings: Marking['settings']) => settings.read(NOTE, Marks) ?? {};

/** Call it in the transaction that changes the settings of the shop. */
export function createMarkShop({ settings, newId, now }: Marking) {
  return (id: ShopId): void =>
    settings.write(NOTE, { ...marksIn(settings), [id]: { token: newId(now()), doneUpTo: '' } });
}

export type RefreshShops = ReturnType<typeof createRefreshShops>;

/**
 * After new settings the tasks of a shop are worked out anew, in short transactions. A mark in the store says which
 * shops are still to be done and goes with the last page, so an end of the program at any moment loses nothing.
 */
export function createRefreshShops(dependencies: Dependencies) {
  const { settings, listLive, refreshTasks, inTransaction, now } = dependencies;
  const marks = () => marksIn(settings);

  function begin(id: ShopId): Pass | null {
    const mark = marks()[id];
    if (!mark) return null;
    const live = listLive(id)
      .map((ref) => ({ ref, place: placeOf(ref) }))
      .filter(({ place }) => place > mark.doneUpTo)
      .toSorted((a, b) => (a.place < b.place ? -1 : 1));
    return { token: mark.token, live: live.map(({ ref }) => ref), done: 0 };
  }

  function refreshPage(shopId: ShopId, pass: Pass): Pass | null {
    const { [shopId]: mark, ...others } = marks();
    // The settings were saved once more while the job was at rest.
    if (mark?.token !== pass.token) return begin(shopId);
    const done = pass.done + PAGE;
    const page = pass.live.slice(pass.done, done);
    refreshTasks(page, now());
    const last = page.at(-1);
    if (last === undefined || done >= pass.live.length) {
      settings.write(NOTE, others);
      return null;
    }
    settings.write(NOTE, { ...others, [shopId]: { ...mark, doneUpTo: placeOf(last) } });
    return { ...pass, done };
  }

  return {
    mark: createMarkShop(dependencies),

    /** The shops whose tasks do not follow their settings yet. */
    // The keys are parsed as ids of shops.
    marked: (): ShopId[] => Object.keys(marks()) as ShopId[],

    /** Goes on where the mark says; a shop without one is done already. */
    async refresh(id: ShopId, { shouldStop, onProgress, rest }: Control): Promise<void> {
      async function goOn(pass: Pass): Promise<void> {
        stopIfAsked(shouldStop);
        onProgress(pass.done, pass.live.length);
        const next = inTransaction(() => refreshPage(id, pass));
        if (next === null) return;
        await rest();
        await goOn(next);
      }
      const first = begin(id);
      if (first !== null) await goOn(first);
    },
  };
}
