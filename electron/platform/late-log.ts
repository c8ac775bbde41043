import type { Log } from './log.ts';

/** The log, whose library is read when there is something to write and not while the program starts. */
export function createLateLog(userData: string): Log {
  let opening: Promise<Log> | undefined;

  async function opened(): Promise<Log> {
    opening ??= import('./log.ts').then(({ createLog }) => createLog(userData));
    return opening;
  }

  return {
    info: (message) => void opened().then((log) => log.info(message)),
    error: (what, error) => void opened().then((log) => log.error(what, error)),
  };
}
