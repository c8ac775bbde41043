/** A request of a program to the file system. */
export type SystemCall =
  | { readonly kind: 'open'; readonly fd: number; readonly path: string; readonly isEmptied: boolean }
  | { readonly kind: 'close'; readonly fd: number }
  /** `at`: `null` where the program writes on from where it was. */
  | { readonly kind: 'write'; readonly fd: number; readonly data: Buffer; readonly at: number | null }
  | { readonly kind: 'truncate'; readonly fd: number; readonly size: number }
  | { readonly kind: 'sync'; readonly fd: number }
  | { readonly kind: 'rename' | 'link'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string };

const LINE = /^(\d+)\s+(.*)$/u;
const CALL = /^(\w+)\((.*)\)\s+= (-?\d+)/u;
const RESUMED = /^<\.\.\. \w+ resumed>(.*)$/u;
const QUOTED = /"((?:\\x[0-9a-f]{2})*)"/gu;

const bytesOf = (quoted: string): Buffer => Buffer.from(quoted.replaceAll('\\x', ''), 'hex');

type Parsed = {
  readonly texts: readonly Buffer[];
  /** The arguments that are numbers, each in its place. */
  readonly numbers: readonly number[];
  readonly flags: string;
  readonly result: number;
};

const fdIn = ({ numbers: [fd = -1] }: Parsed): number => fd;
const pathIn = ({ texts }: Parsed, at = 0): string => (texts[at] ?? Buffer.alloc(0)).toString('utf8');
const dataIn = ({ texts: [data = Buffer.alloc(0)], result }: Parsed): Buffer => data.subarray(0, result);

const sync = (call: Parsed): SystemCall => ({ kind: 'sync', fd: fdIn(call) });
const rename = (call: Parsed): SystemCall => ({ kind: 'rename', from: pathIn(call), to: pathIn(call, 1) });
const link = (call: Parsed): SystemCall => ({ kind: 'link', from: pathIn(call), to: pathIn(call, 1) });
const remove = (call: Parsed): SystemCall => ({ kind: 'remove', path: pathIn(call) });

/** Each call that changes what a disk holds. */
const CALLS: Readonly<Record<string, (call: Parsed) => SystemCall>> = {
  openat: (call) => ({
    kind: 'open',
    fd: call.result,
    path: pathIn(call),
    isEmptied: call.flags.includes('O_TRUNC'),
  }),
  close: (call) => ({ kind: 'close', fd: fdIn(call) }),
  write: (call) => ({ kind: 'write', fd: fdIn(call), data: dataIn(call), at: null }),
  pwrite64: (call) => ({ kind: 'write', fd: fdIn(call), data: dataIn(call), at: call.numbers.at(-1) ?? 0 }),
  ftruncate: (call) => ({ kind: 'truncate', fd: fdIn(call), size: call.numbers[1] ?? 0 }),
  fsync: sync,
  fdatasync: sync,
  rename,
  renameat: rename,
  renameat2: rename,
  link,
  linkat: link,
  unlink: remove,
  unlinkat: remove,
};

/** `strace` is asked for these. */
export const TRACED = Object.keys(CALLS).join(',');

function toCall(text: string): SystemCall | undefined {
  const [, name = '', args = '', result = '-1'] = CALL.exec(text) ?? [];
  const read = CALLS[name];
  // A call that failed has changed nothing.
  if (!read || Number(result) < 0) return undefined;
  const flags = args.replaceAll(QUOTED, '');
  return read({
    texts: [...args.matchAll(QUOTED)].map(([, quoted = '']) => bytesOf(quoted)),
    numbers: flags.split(',').map((word) => Number.parseInt(word.trim(), 10)),
    flags,
    result: Number(result),
  });
}

const CUT_IN_TWO = '<unfinished ...>';

/** Reads the lines of `strace -f -xx`; a call that another thread has cut in two is put together. */
export function* readCalls(lines: Iterable<string>): Generator<SystemCall> {
  const begun = new Map<string, string>();
  for (const line of lines) {
    const [, thread = '', text = ''] = LINE.exec(line) ?? [];
    if (text.endsWith(CUT_IN_TWO)) begun.set(thread, text.slice(0, -CUT_IN_TWO.length));
    else {
      const rest = RESUMED.exec(text)?.[1];
      const call = toCall(rest === undefined ? text : (begun.get(thread) ?? '') + rest);
      if (call) yield call;
    }
  }
}
