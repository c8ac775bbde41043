import { writeSync } from 'node:fs';

/** The parent has it before the next step begins, whatever happens to this process then. */
export function say(line: string | number): void {
  writeSync(1, `${line}\n`);
}

/** From here on a kill may come. */
export const READY = 'ready';
