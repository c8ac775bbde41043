import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../../scripts/lib/paths.ts';
import { childBundle } from './support/child-bundle.ts';
import { PARTS } from './support/parts.ts';
import { runPart } from './support/run-part.ts';
import { baseIn, makeBase } from './support/stores.ts';
import { type Tally, toTable } from './support/tally.ts';

// Usage: npm run torture [-- --quick] [--only kills,power,full,bits,files,payloads] [--rounds N] [--seed N] [--out FILE]
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string', default: join(repositoryRoot, 'out', 'torture.json') },
  },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const wanted = values.only?.split(',') ?? Object.keys(PARTS);
console.error(`Seed ${seed}`);
await childBundle.makeIfStale();

const tallies: Tally[] = [];
const root = mkdtempSync(join(tmpdir(), 'xiaoer-torture-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
await makeBase(root);
for (const name of wanted) {
  const part = PARTS[name];
  if (!part) throw new Error(`No part is called ${name}: ${Object.keys(PARTS).join(', ')}`);
  console.error(`Torturing by ${name} …`);
  const usual = values.quick ? part.quick : part.rounds;
  const rounds = values.rounds === undefined ? usual : Number(values.rounds);
  if (rounds === 0) continue;
  const folder = join(root, name);
  cpSync(baseIn(root), baseIn(folder), { recursive: true });
  tallies.push(...(await runPart({ name, rounds, seed, folder }, (text) => console.error(`  ${text}`))));
  // The next part finds the disk as empty as this one did.
  rmSync(folder, { recursive: true, force: true });
}

mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, `${JSON.stringify({ seed, tallies }, null, 2)}\n`);
console.log(toTable(tallies));
const broken = tallies.flatMap(({ part, what, broken: all }) => all.map((how) => `${part}, ${what}: ${how}`));
const SHOWN = 50;
for (const line of broken.slice(0, SHOWN)) console.log(`BROKEN ${line}`);
console.log(`Seed ${seed}: ${broken.length} broken promises`);
process.exitCode = broken.length === 0 ? 0 : 1;
