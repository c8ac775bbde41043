import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Core, createCore } from '../../../electron/core.ts';
import { verifyStore } from '../../../electron/store/verify/verify-store.ts';
import { describeError } from '../../../shared/describe-error.ts';
import { USUAL_CHOICES } from '../../../shared/domain/scripts/script-file.ts';
import { AppError } from '../../../shared/errors.ts';
import { pick, type Random } from '../../bench/support/random.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { START_MS } from '../program/acts.ts';
import type { TallyCounter } from '../support/tally.ts';
import { type MutatedFile, mutatedFile } from './mutated-file.ts';
import { indexOf, yuanOf } from './written-export.ts';

type Way = 'commit' | 'preview' | 'read as scripts';
const WAYS: readonly Way[] = ['commit', 'preview', 'read as scripts'];

function openShops() {
  const { db } = createMemoryStore();
  const core = createCore({ db, clock: createFakeClock(START_MS) });
  for (const platform of ['taobao', 'tmall', 'douyin', 'pinduoduo', 'jd'] as const)
    core.shops.add({ name: `示例${platform}`, platform });
  return { db, core };
}

type AmountRow = { readonly no: string; readonly fen: number };
const AMOUNTS = /* sql */ `
  SELECT no, payable_fen AS fen FROM orders WHERE payable_fen IS NOT NULL UNION ALL
  SELECT no, paid_fen FROM orders WHERE paid_fen IS NOT NULL UNION ALL
  SELECT refund_no, refund_fen FROM refunds WHERE refund_fen IS NOT NULL`;

/** The amounts that no file has said of the record. */
function wrongSums({ db }: Core): string[] {
  return db
    .prepare<[], AmountRow>(AMOUNTS)
    .all()
    .filter(({ no, fen }) => {
      const index = indexOf(no);
      return index !== undefined && fen !== 0 && fen !== yuanOf(index) * 100;
    })
    .map(({ no, fen }) => `${no} has ${fen}`);
}

const AS_SCRIPTS = {
  format: null,
  columns: null,
  hasHeader: null,
  target: null,
  choices: USUAL_CHOICES,
};

type Mutant = {
  readonly path: string;
  readonly file: MutatedFile;
  readonly way: Way;
  readonly where: string;
};
type Read = { readonly kind: string; readonly rows: number | null };

function readIt(core: Core, { path, file, way }: Mutant): Read {
  if (way === 'read as scripts') {
    const who = { agentId: null, seesAll: true };
    const { kind } = core.scriptExchange.preview({ path, ...AS_SCRIPTS }, who, {});
    return { kind: kind === 'preview' ? way : kind, rows: null };
  }
  const shop = core.shops.list().find(({ platform }) => platform === file.platform);
  if (!shop) throw new Error(`There is no shop on ${file.platform}`);
  const outcome = core.importFile({ path, shop, agentId: null, isDryRun: way === 'preview' });
  if (outcome.kind === 'unreadable') return { kind: outcome.kind, rows: null };
  const { counts } = outcome.kind === 'previewed' ? outcome.preview : outcome.run;
  return { kind: outcome.kind, rows: counts.rows };
}

/** Read in one way, and what came of it; an error that is no sentence for the agent is a broken promise. */
function meet(core: Core, mutant: Mutant, tally: TallyCounter): void {
  const { file, where } = mutant;
  try {
    const { kind, rows } = readIt(core, mutant);
    tally.count(kind === 'unreadable' ? 'refused in words' : kind);
    if (rows === null || file.records === null) return;
    tally.count('rows held to the lines');
    if (rows !== file.records) tally.broke(`${where}: ${file.records} lines, ${rows} rows`);
  } catch (error) {
    if (error instanceof AppError) tally.count('refused in words');
    else tally.broke(`${where}: ${describeError(error)}`);
  }
}

type Meeting = {
  readonly folder: string;
  readonly count: number;
  readonly seed: number;
  readonly random: Random;
  readonly tally: TallyCounter;
  readonly begin: (what: string) => void;
};

/** Many files for the same shops, and what these hold when all of them are in. */
export function meetMutants({ folder, count, seed, random, tally, begin }: Meeting): void {
  // Amounts that were changed in a file are true of the file; what came from true ones is held to them.
  const trusted = openShops();
  const others = openShops();
  for (let number = 0; number < count; number += 1) {
    const file = mutatedFile(random);
    const way = pick(random, WAYS);
    const where = `seed ${seed}, file ${number}: ${file.name}${file.extension}, ${file.how}, ${way}`;
    const path = join(folder, `订单 ${seed}-${number}${file.extension}`);
    begin(where);
    writeFileSync(path, file.bytes);
    meet((file.hasTrueAmounts ? trusted : others).core, { path, file, way, where }, tally);
    rmSync(path);
    tally.round();
  }
  for (const wrong of wrongSums(trusted.core)) tally.broke(`seed ${seed}: ${wrong}`);
  for (const { db } of [trusted, others]) {
    const { ok, problems } = verifyStore(db, START_MS);
    if (!ok) tally.broke(`seed ${seed}: ${problems.join('; ')}`);
    db.close();
  }
}
