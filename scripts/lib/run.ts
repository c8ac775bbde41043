import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { repositoryRoot } from './paths.ts';

export type Finished = { readonly exitCode: number; readonly output: string };

export type RunOptions = {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly timeoutMs?: number;
  /** `show`: straight to the terminal; `keep`: only returned; `both`: shown and returned. */
  readonly output?: 'show' | 'keep' | 'both';
};

/** Runs a program to its end. Ctrl+C reaches it, and we wait until it has ended. */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const { output = 'show', timeoutMs, cwd = repositoryRoot, env = process.env } = options;
  const spawnOptions: SpawnOptions = {
    cwd,
    env,
    stdio: output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  };
  const child = spawn(command, args, spawnOptions);
  let text = '';
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (output === 'both') target.write(chunk);
    });
  }
  return { exitCode: await exitOf(child), output: text };
}

/** The program's exit code, 128 when a signal ended it; rejects when it cannot be started. */
async function exitOf(child: ChildProcess): Promise<number> {
  const forward = (signal: NodeJS.Signals): void => {
    // The terminal sends Ctrl+C to the child as well; a second one would cut its orderly end short.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, forward);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 128));
    });
  } finally {
    for (const signal of signals) process.off(signal, forward);
  }
}

/** For steps that must succeed: throws with the program's own words when it does not. */
export async function runOrThrow(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { exitCode, output } = await run(command, args, { output: 'keep', ...options });
  if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${exitCode}\n${output}`);
  return output;
}

/** An expected failure of a script: shown as one sentence, without a stack. */
export class ScriptError extends Error {}

/** Runs a script's body; its number is the exit code. */
export async function runScript(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    console.error(error instanceof ScriptError ? error.message : error);
    process.exitCode = 1;
  }
}
