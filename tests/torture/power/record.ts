import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { runWhole } from '../support/run-whole.ts';
import { readCalls, type SystemCall, TRACED } from './system-call.ts';

export function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** All that the errand asked of the file system, in order, with what it said in between. */
export async function record(args: readonly string[], traceFile: string): Promise<SystemCall[]> {
  const strace = ['strace', '-f', '-qq', '-xx', '-s', '10000000', '-e', `trace=${TRACED}`, '-o', traceFile];
  await runWhole(args, strace);
  return [...readCalls(readFileSync(traceFile, 'latin1').split('\n'))];
}
