import { type Core, createCore } from '../../../electron/core.ts';
import { openDatabase } from '../../../electron/store/connection.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { noteIfUsed } from '../../../electron/store/state/leave-store.ts';
import { isTroubled, storeState } from '../../../electron/store/state/store-state.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';

export type Program = { readonly core: Core; readonly clock: FakeClock };

/** Opens the store as the app does at its start: looks at it, brings it up, installs the starter library, notes its use. */
export function openProgram(path: string, nowMs: number): Program {
  const state = storeState(path, { isThorough: true });
  if (isTroubled(state)) throw new Error(`The store is ${state.kind} (${state.detail})`);
  const clock = createFakeClock(nowMs);
  const db = openDatabase(path);
  migrate(db, { nowMs });
  const core = createCore({ db, clock });
  core.installStartersOnce();
  noteIfUsed(db, nowMs);
  return { core, clock };
}
