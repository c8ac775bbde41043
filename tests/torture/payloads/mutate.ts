import { below, pick, type Random } from '../../bench/support/random.ts';

/** Everything that a page can send and that no schema asks for. */
function nasty(random: Random): unknown {
  const deep = () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 500; depth += 1) value = [value];
    return value;
  };
  const hostile = () =>
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
  const values: readonly (() => unknown)[] = [
    () => '',
    () => ' ',
    () => '客'.repeat(20_000),
    () => '\u0000',
    () => '\ud800',
    () => '../../../etc/passwd',
    () => '/dev/null',
    () => "1'; DROP TABLE orders; --",
    () => '__proto__',
    () => 'constructor',
    () => 'toString',
    () => '%s%n{客户}{',
    () => Number.NaN,
    () => Number.POSITIVE_INFINITY,
    () => -1,
    () => 0,
    () => 0.5,
    () => 1e300,
    () => Number.MAX_SAFE_INTEGER,
    () => Number.MIN_SAFE_INTEGER,
    () => 253_402_300_800_000,
    () => null,
    () => undefined,
    () => true,
    () => [],
    () => ({}),
    () => 10n,
    () => new Date(Number.NaN),
    () => new Map([['a', 1]]),
    () => new Uint8Array(3),
    deep,
    hostile,
  ];
  return pick(random, values)();
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function mutateObject(value: Readonly<Record<string, unknown>>, random: Random): unknown {
  const keys = Object.keys(value);
  const key = keys[below(random, keys.length)];
  if (key === undefined || random() < 0.1) return { ...value, ...(nasty(random) as object) };
  if (random() < 0.1) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return { ...value, [key]: mutate(value[key], random) };
}

/** The payload with something in it that does not belong there. */
export function mutate(value: unknown, random: Random): unknown {
  if (random() < 0.3) return nasty(random);
  if (Array.isArray(value) && value.length > 0) {
    const at = below(random, value.length);
    return value.map((one, index) => (index === at ? mutate(one, random) : one));
  }
  return isPlain(value) ? mutateObject(value, random) : nasty(random);
}
