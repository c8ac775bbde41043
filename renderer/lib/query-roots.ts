/**
 * The first element of every query key. A feature's factory starts from its root, so that one pushed fact
 * reaches every query it makes stale, whichever feature asked.
 */
export const QUERY_ROOTS = {
  app: ['app'],
  tasks: ['tasks'],
  orders: ['orders'],
  customers: ['customers'],
  scripts: ['scripts'],
  imports: ['imports'],
  reports: ['reports'],
  updates: ['updates'],
  jobs: ['jobs'],
} as const satisfies Record<string, readonly [string]>;
export type QueryRoot = keyof typeof QUERY_ROOTS;
