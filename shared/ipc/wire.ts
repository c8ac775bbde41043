// The preload needs these, so they stand apart from the schemas: a sandboxed preload is to load without zod.

/** Calls of the page come by this one name; the channel is the first thing that they say. */
export const CALL = 'call';

/** Coarse facts that main pushes to every window. */
export const EVENTS = [
  'app.changed',
  'settings.changed',
  'subjects.changed',
  'scripts.changed',
  'scripts.used',
  'scripts.relayed',
  'examples.changed',
  'ownScripts.changed',
  'imports.changed',
  'imports.opened',
  'jobs.changed',
  'window.changed',
  'notices.changed',
  'backups.changed',
  'updates.changed',
  'task.opened',
  'reminder.sounded',
  'palette.shown',
  'palette.used',
] as const;
export type EventName = (typeof EVENTS)[number];
