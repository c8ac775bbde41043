import { join } from 'node:path';
import { app } from 'electron';
import { dataPlace } from './data-place.ts';

/** The paths and the time, for the app as installed or, in development and tests, as told. */
export type Environment = {
  readonly userData: string;
  readonly startsAtMs: number | undefined;
};

function placeOfThisPc(): string {
  const appData = app.getPath('appData');
  // Windows itself sets it, and Electron has no name for that folder.
  return dataPlace({ platform: process.platform, appData, localAppData: process.env['LOCALAPPDATA'] });
}

/** The variables are read here and nowhere else, and those of tests never by an installed app. */
export function readEnvironment(): Environment {
  const variables = app.isPackaged ? {} : process.env;
  app.setPath('userData', variables['XIAOER_USER_DATA'] ?? placeOfThisPc());
  const now = variables['XIAOER_NOW'];
  const startsAtMs = now === undefined ? undefined : Date.parse(now);
  return { userData: app.getPath('userData'), startsAtMs: Number.isNaN(startsAtMs) ? undefined : startsAtMs };
}

export function databasePathIn(userData: string): string {
  return join(userData, 'xiaoer.db');
}
