import { join } from 'node:path';
import { app } from 'electron';

/** Where things lie and what time it is, for the app as installed or, in development and tests, as told. */
export type Environment = {
  readonly userData: string;
  readonly startsAtMs: number | undefined;
};

/** The variables are read here and nowhere else, and never by an installed app. */
export function readEnvironment(): Environment {
  const variables = app.isPackaged ? {} : process.env;
  const folder = variables['XIAOER_USER_DATA'];
  if (folder !== undefined) app.setPath('userData', folder);
  const now = variables['XIAOER_NOW'];
  const startsAtMs = now === undefined ? undefined : Date.parse(now);
  return { userData: app.getPath('userData'), startsAtMs: Number.isNaN(startsAtMs) ? undefined : startsAtMs };
}

export function databasePathIn(userData: string): string {
  return join(userData, 'xiaoer.db');
}
