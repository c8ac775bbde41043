import { join } from 'node:path';
import log from 'electron-log/node.js';

export type Log = {
  readonly info: (message: string) => void;
  /** The stack is kept; callers never put customer data into an error's message. */
  readonly error: (message: string, error: unknown) => void;
};

/** Writes `logs/main.log` below the folder, at most two files of 2 MB. */
export function createLog(folder: string): Log {
  log.transports.file.resolvePathFn = () => join(folder, 'logs', 'main.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.file.level = 'info';
  log.transports.console.level = 'warn';
  return {
    info: (message) => log.info(message),
    error: (message, error) =>
      log.error(message, error instanceof Error ? (error.stack ?? error.message) : error),
  };
}
