import type { ParseArgsOptionsConfig } from 'node:util';
import type { EpochMs } from '../shared/time/clock.ts';
import type { Core } from './core.ts';

export type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** The arguments of a command, and the parts of the program that it may use. */
export type Invocation = {
  readonly core: Core;
  readonly positionals: readonly string[];
  readonly values: Values;
};

/** For a command that works on the file itself, whatever state it is in. */
export type FileInvocation = {
  readonly databasePath: string;
  readonly nowMs: EpochMs;
  readonly positionals: readonly string[];
  readonly values: Values;
};

/** The text for standard output, the JSON value or lines for a person; and how the command ended. */
export type CommandResult = {
  readonly json: unknown;
  readonly lines: readonly string[];
  /** The mistakes, in sentences for standard error. */
  readonly errors?: readonly string[];
  /** 0: done, 1: the input was bad. */
  readonly exitCode: 0 | 1;
};

type Described = {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly help: readonly string[];
  readonly options: ParseArgsOptionsConfig;
};

/** Works on what the store holds. */
export type StoreCommand = Described & {
  readonly run: (invocation: Invocation) => CommandResult | Promise<CommandResult>;
};
/** Works on the file, which may be of any version, damaged or not there. */
export type FileCommand = Described & { readonly runOnFile: (invocation: FileInvocation) => CommandResult };
export type Command = StoreCommand | FileCommand;

/** Called in a way that the help does not describe: exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export function done(json: unknown, lines: readonly string[]): CommandResult {
  return { json, lines, exitCode: 0 };
}
