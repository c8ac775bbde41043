import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createSystemClock } from '../electron/platform/system-clock.ts';
import { finishLeftRestore } from '../electron/store/backups/take-place.ts';
import { explainStorage } from '../electron/store/state/storage-failure.ts';
import { storageTroubleOf } from '../shared/domain/storage/storage-trouble.ts';
import { AppError } from '../shared/errors.ts';
import { type Command, type CommandResult, UsageError } from './command.ts';
import { commands } from './commands/index.ts';
import { openCore, WAY_BACK } from './core.ts';
import { commandHelp, overview } from './help.ts';
import { usageMistake } from './usage-mistake.ts';
import { instant, optional, required } from './values.ts';

const COMMON_OPTIONS = {
  db: { type: 'string' },
  now: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...COMMON_OPTIONS, ...command.options },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new UsageError(usageMistake(error));
  }
}

async function run(command: Command, args: readonly string[]): Promise<CommandResult | undefined> {
  const { values, positionals } = parse(command, args);
  if (values.help === true) {
    print(commandHelp(command));
    return undefined;
  }
  const now = optional(values, 'now');
  const startsAtMs = now === undefined ? undefined : instant(now, 'now');
  const databasePath = required(values, 'db');
  const nowMs = startsAtMs ?? createSystemClock().now();
  await inWords(databasePath, () => finishLeftRestore(resolve(databasePath), nowMs));
  if ('runOnFile' in command) {
    return inWords(databasePath, () =>
      command.runOnFile({ databasePath: resolve(databasePath), nowMs, positionals, values }),
    );
  }
  const core = openCore({ databasePath, ...(startsAtMs === undefined ? {} : { startsAtMs }) });
  return inWords(databasePath, async () => {
    try {
      return await command.run({ core, positionals, values });
    } finally {
      core.close();
    }
  });
}

/** Says in a sentence, as in the window, why the disk has refused something. */
async function inWords<T>(databasePath: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const explained = explainStorage(error, resolve(databasePath));
    if (storageTroubleOf(error) !== 'damaged' || !(explained instanceof AppError)) throw explained;
    throw new AppError(explained.code, `${explained.message}${WAY_BACK}`, { cause: error });
  }
}

/** The reader of the output may have seen enough, as `head` has: by then all work is done. */
function endWithReader(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
}

function tell({ json, lines, errors = [] }: CommandResult, isJson: boolean): void {
  if (isJson) print(JSON.stringify(json));
  else for (const line of lines) print(line);
  for (const error of errors) complain(error);
}

const HELP_WORDS: ReadonlySet<string> = new Set(['--help', '-h', 'help']);

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError(`请给出命令\n\n${overview(commands)}\n`);
  if (HELP_WORDS.has(name)) {
    print(overview(commands));
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new UsageError(`没有命令「${name}」`);
  const result = await run(command, rest);
  if (!result) return 0;
  tell(result, rest.includes('--json'));
  return result.exitCode;
}

process.stdout.on('error', endWithReader);
process.stderr.on('error', endWithReader);

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    complain(`${error.message}\n用 --help 查看用法。`);
    process.exitCode = 2;
  } else if (error instanceof AppError) {
    complain(error.message);
    process.exitCode = 1;
  } else {
    complain(`程序内部错误：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 1;
  }
}
