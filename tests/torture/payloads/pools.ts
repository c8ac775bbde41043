import type { WritableDb } from '../../../electron/store/connection.ts';
import { SUBJECT_KIND_SPECS } from '../../../shared/domain/subjects/subject-kinds.ts';
import { aPng } from '../../support/records/pictures.ts';

export type Pools = {
  readonly nowMs: number;
  /** The ids that are there and may stand under the name; a bare `id` is one of the noun. */
  readonly idsFor: (key: string, noun: string) => readonly string[];
  readonly picture: Uint8Array;
};

const SUBJECT_TABLES = Object.entries(SUBJECT_KIND_SPECS).flatMap(([kind, { table }]) =>
  table === null ? [] : [[kind, table] as const],
);
/** Things with ids that are no subjects, beside those that are. */
const TABLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SUBJECT_TABLES),
  task: 'tasks',
  activity: 'activities',
  run: 'import_runs',
  concession: 'concessions',
  claim: 'claims',
  proposal: 'script_proposals',
  example: 'script_examples',
};

/** `ownerId` names an agent, as the channel `chases.agree` an order. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  owner: 'agent',
  toagent: 'agent',
  group: 'script-group',
  parent: 'script-group',
  before: 'script',
  last: 'agent',
  import: 'run',
  chases: 'order',
  scriptgroup: 'script-group',
  scriptexample: 'example',
  scriptproposal: 'proposal',
  scriptfile: 'script',
  libraries: 'script',
};

/** `orderIds` and `orders.detail` are both about orders. */
export function nounOf(name: string): string {
  const word = name.replace(/Ids?$/u, '').replace(/ies$/u, 'y').replace(/s$/u, '').toLowerCase();
  return OTHER_NAMES[name.toLowerCase()] ?? OTHER_NAMES[word] ?? word;
}

/** Of one kind no more are looked at; a list of all would take longer than the call. */
const MOST = 40;

type Reading = {
  readonly db: WritableDb;
  readonly nowMs: number;
  readonly files: readonly string[];
  /** Files that are being imported. */
  readonly jobs: readonly string[];
};

/** Reads the ids anew: what the calls before have made is there to be named. */
export function readPools({ db, nowMs, files, jobs }: Reading): Pools {
  const idsOf = (noun: string): readonly string[] => {
    const table = TABLES[noun];
    if (table === undefined) return [];
    return db.prepare<[number], string>(`SELECT id FROM ${table} ORDER BY id DESC LIMIT ?`).pluck().all(MOST);
  };
  const read = new Map<string, readonly string[]>();
  function known(noun: string): readonly string[] {
    const ids = read.get(noun) ?? idsOf(noun);
    read.set(noun, ids);
    return ids;
  }
  return {
    nowMs,
    picture: aPng({ width: 2, height: 2 }),
    idsFor(key, noun) {
      if (key === 'path' || key === 'paths') return files;
      if (key === 'jobId') return jobs;
      if (key === 'scope') return known('shop');
      if (key === 'id' || key === 'ids') return known(nounOf(noun));
      return /Ids?$/u.test(key) ? known(nounOf(key)) : [];
    },
  };
}
