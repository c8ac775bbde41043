import { type SubjectRef, subjectKey } from '../../shared/domain/subject.ts';

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
  /** Lists of orders. */
  orders: ['orders'],
  scripts: ['scripts'],
  /** Scripts that fit the subject that is open. */
  scriptSearches: ['scripts', 'search'],
  imports: ['imports'],
  reports: ['reports'],
  updates: ['updates'],
  jobs: ['jobs'],
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type QueryRoot = keyof typeof QUERY_ROOTS;

/** Stale only when this subject has changed. */
export const ofSubject = (subject: SubjectRef) => [...QUERY_ROOTS.subjects, subjectKey(subject)] as const;
