import { join } from 'node:path';
import log from 'electron-log/node.js';
import { describeError } from '../../shared/describe-error.ts';

const MAX_FILE_BYTES = 2 * 1024 * 1024;

export type Log = {
  /** A fixed sentence about the program: never anything of an order, a customer or an agent. */
  readonly info: (message: string) => void;
  /** Logs the part of the program and the place of the error, without the data that it was about. */
  readonly error: (what: string, error: unknown) => void;
};

export const logFolderIn = (userData: string): string => join(userData, 'logs');

/** Writes `logs/main.log` below the folder; a full one becomes `main.old.log`, so there are two of 2 MB at most. */
export function createLog(userData: string): Log {
  log.transports.file.resolvePathFn = () => join(logFolderIn(userData), 'main.log');
  log.transports.file.maxSize = MAX_FILE_BYTES;
  log.transports.file.level = 'info';
  log.transports.console.level = 'warn';
  return {
    info: (message) => log.info(message),
    error: (what, error) => log.error(what, describeError(error)),
  };
}
