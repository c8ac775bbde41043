import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { childBundle } from './child-bundle.ts';

type End = {
  /** The lines that the child said before it ended. */
  readonly lines: readonly string[];
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly errors: string;
};

export type Child = {
  readonly ended: Promise<End>;
  /** Resolves when the child has said so many lines, and also when it has ended with fewer. */
  readonly hasSaid: (count: number) => Promise<void>;
  readonly kill: () => void;
};

type Start = {
  readonly args: readonly string[];
  /** A program that starts the child, such as `strace`. */
  readonly under?: readonly string[];
};

function watch(child: ChildProcess): Child {
  const lines: string[] = [];
  let waiting: { readonly count: number; readonly answer: () => void } | undefined;
  let errors = '';
  child.stderr?.on('data', (piece: Buffer) => {
    errors += piece.toString('utf8');
  });
  const reader = createInterface({ input: child.stdout ?? process.stdin });
  reader.on('line', (line) => {
    lines.push(line);
    if (waiting && lines.length >= waiting.count) waiting.answer();
  });
  const read = new Promise<void>((resolve) => reader.on('close', resolve));
  const closed = new Promise<Pick<End, 'exitCode' | 'signal'>>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  async function end(): Promise<End> {
    const how = await closed;
    await read;
    waiting?.answer();
    return { lines, ...how, errors };
  }
  const ended = end();
  return {
    ended,
    hasSaid: (count) =>
      new Promise((resolve) => {
        waiting = { count, answer: resolve };
        if (lines.length >= count || child.exitCode !== null) resolve();
      }),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** The torturer's child: a process that acts on a store, and says on its output what has been confirmed. */
export function startChild({ args, under = [] }: Start): Child {
  const [program = process.execPath, ...rest] = [...under, process.execPath, childBundle.file, ...args];
  return watch(spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** Waits in real time: a kill comes at a moment that no step of the child chooses. */
export const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
