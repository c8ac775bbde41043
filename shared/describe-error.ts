/** Text about an error that was made without its data: it may stand in the log as it is. */
export class DescribedError extends Error {}

const IDENTIFIER = /^[\w$]{1,60}$/;
const MAX_FRAMES = 30;
const MAX_CAUSES = 3;

/** `at save (order-store.js:12:5)`: who and where, without the folders, which name the person at the PC. */
const FRAME = /^\s*at (?:(?:async )?([\w$.<>[\] ]{1,80}) \()?(?:.*[\\/])?([\w.-]{1,80}:\d+:\d+)\)?$/;

/** Sentences of V8 and SQLite that quote code or the schema, and never a value. */
const HARMLESS = [
  /^(?:UNIQUE|NOT NULL|FOREIGN KEY|PRIMARY KEY) constraint failed(?:: [\w., ]+)?$/,
  /^(?:database is locked|database disk image is malformed|database or disk is full|disk I\/O error)$/,
  /^(?:attempt to write a readonly database|unable to open database file|file is not a database)$/,
  /^Cannot (?:read|set) properties of (?:undefined|null)/,
  /^[\w$.]+ is not (?:a function|iterable|defined|a constructor)$/,
  /^(?:Maximum call stack size exceeded|Invalid time value|Invalid array length)$/,
];

/**
 * Says of an error what a log may hold. A message can quote a nick, an address or a file's name, so only sentences that
 * are known to quote nothing are kept; the place in the code says which sentence it was.
 */
export function describeError(error: unknown, causesLeft = MAX_CAUSES): string {
  if (error instanceof DescribedError) return error.message;
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const lines = [headline(error), ...framesOf(error)];
  if (error.cause !== undefined && causesLeft > 0) {
    lines.push(`caused by ${describeError(error.cause, causesLeft - 1)}`);
  }
  return lines.join('\n');
}

function headline(error: Error): string {
  const facts = ['code', 'syscall'].flatMap((key) => {
    const fact = (error as unknown as Record<string, unknown>)[key];
    return typeof fact === 'string' && isTechnical(fact) ? [fact] : [];
  });
  const name = isTechnical(error.name) ? error.name : 'Error';
  return [name, ...facts, ...harmlessMessage(error.message)].join(' · ');
}

/** A code of Node or SQLite, or the name of a class. */
function isTechnical(word: string): boolean {
  return (
    IDENTIFIER.test(word) && /^(?:[A-Z][A-Z0-9_]*|[a-z]+(?:-[a-z]+)*|[A-Z]\w*(?:Error|Exception))$/.test(word)
  );
}

function harmlessMessage(message: string): string[] {
  const match = HARMLESS.map((pattern) => pattern.exec(message)?.[0]).find((text) => text !== undefined);
  return match === undefined ? [] : [match];
}

/** Only what stands behind the message: a message may itself look like a stack. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  const frames = start === -1 ? '' : stack.slice(start + message.length);
  return frames
    .split('\n')
    .flatMap((line) => {
      const match = FRAME.exec(line);
      return match ? [`    at ${match[1] ?? '?'} (${match[2]})`] : [];
    })
    .slice(0, MAX_FRAMES);
}
