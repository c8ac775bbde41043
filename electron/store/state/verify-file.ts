import Database from 'better-sqlite3';
import { isPartlyReadable, TROUBLE_WORDS } from '../../../shared/domain/backups/store-trouble.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { type Verification, verifyStore } from '../verify/verify-store.ts';
import { isTroubled, storeState, type TroubledState } from './store-state.ts';

type Options = { readonly nowMs: EpochMs; readonly busyTimeoutMs: number };

/** Checks whatever lies at the path and changes nothing there; `null` where no store was ever used. */
export function verifyFile(path: string, options: Options): Verification | null {
  const state = storeState(path, options);
  if (state.kind === 'fresh') return null;
  if (!isTroubled(state)) return read(path, options);
  if (!isPartlyReadable(state.kind)) return unreadable(state);
  try {
    const { problems, ...found } = read(path, options);
    const { title } = TROUBLE_WORDS[state.kind];
    return { ...found, ok: false, problems: [title, ...problems.filter((one) => one !== title)] };
  } catch {
    return unreadable(state);
  }
}

function read(path: string, { nowMs, busyTimeoutMs }: Options): Verification {
  // A connection that writes would empty the log into a damaged file when it closes.
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
  try {
    return verifyStore(db, nowMs);
  } finally {
    db.close();
  }
}

function unreadable({ kind, detail }: TroubledState): Verification {
  const { title } = TROUBLE_WORDS[kind];
  const problem = detail === '' ? title : `${title}（${detail}）`;
  return { ok: false, integrity: kind, orders: 0, customers: 0, openTasks: 0, problems: [problem] };
}
