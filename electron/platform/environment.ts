import { join } from 'node:path';
import { app } from 'electron';
import { DATA_FOLDER } from './app-identity.ts';

/** The paths and the time, for the app as installed or, in development and tests, as told. */
export type Environment = {
  readonly userData: string;
  readonly startsAtMs: number | undefined;
};

/** The variables are read here and nowhere else, and never by an installed app. */
export function readEnvironment(): Environment {
  const variables = app.isPackaged ? {} : process.env;
  app.setPath('userData', variables['XIAOER_USER_DATA'] ?? join(app.getPath('appData'), DATA_FOLDER));
  const now = variables['XIAOER_NOW'];
  const startsAtMs = now === undefined ? undefined : Date.parse(now);
  return { userData: app.getPath('userData'), startsAtMs: Number.isNaN(startsAtMs) ? undefined : startsAtMs };
}

export function databasePathIn(userData: string): string {
  return join(userData, 'xiaoer.db');
}
