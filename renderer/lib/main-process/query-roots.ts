import { type SubjectKind, type SubjectRef, subjectKey } from '../../../shared/domain/subjects/subject.ts';
import type { ImportList } from '../../../shared/ipc/contract/program/import-contract.ts';

/**
 * The first element of every query key. A feature's factory starts from its root, so that one pushed fact
 * reaches every query it makes stale, whichever feature asked.
 */
export const QUERY_ROOTS = {
  app: ['app'],
  tasks: ['tasks'],
  /** The panel of a subject shows these: of itself, and of others around it, such as a customer's other orders. */
  panels: ['panels'],
  /** Facts of one subject alone, such as its timeline. */
  subjects: ['subjects'],
  /** Facts that one kind of subject alone decides, such as the sheets that wait for the agent. */
  kinds: ['kinds'],
  /** Lists of orders. */
  orders: ['orders'],
  /** Lists of refunds. */
  refunds: ['refunds'],
  /** Lists of parcels. */
  parcels: ['parcels'],
  /** Lists of cases. */
  cases: ['cases'],
  scripts: ['scripts'],
  /** Stars of the agent, and the scripts that they used last. */
  ownScripts: ['scripts', 'mine'],
  /** How often scripts are used, and how well they do. */
  scriptFigures: ['scripts', 'figures'],
  /** Orders that scripts were learned from, each with its number and customer. */
  scriptExamples: ['scripts', 'examples'],
  /** Scripts that fit the subject that is open. */
  scriptSearches: ['scripts', 'search'],
  imports: ['imports'],
  reports: ['reports'],
  updates: ['updates'],
  backups: ['backups'],
  jobs: ['jobs'],
  window: ['window'],
  notices: ['notices'],
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type QueryRoot = keyof typeof QUERY_ROOTS;

/** One list of the import screen. */
export const ofImports = (list: ImportList) => [...QUERY_ROOTS.imports, list] as const;

/** Stale when a subject of the kind has changed. */
export const ofKind = (kind: SubjectKind) => [...QUERY_ROOTS.kinds, kind] as const;

/** Stale only when this subject has changed. */
export const ofSubject = (subject: SubjectRef) => [...QUERY_ROOTS.subjects, subjectKey(subject)] as const;
