import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../../../shared/domain/settings/index.ts';
import { type Channel, contract } from '../../../shared/ipc/contract.ts';
import { pick, type Random } from '../../bench/support/random.ts';
import { CHANNELS } from '../../support/channels.ts';
import { openShopFloor } from '../../support/main-side/a-shop-floor.ts';
import { createMainSide } from '../../support/main-side/create-main-side.ts';
import { START_MS } from '../program/acts.ts';
import { writeExport } from '../program/export-of.ts';
import { payloadOf } from './payload-of.ts';
import { nounOf, type Pools, readPools } from './pools.ts';

/** The side of main that the tests have packs no diagnostics. */
export const ASKED = CHANNELS.filter((channel) => channel !== 'diagnostics.save');

const PHRASES = '编码,分组,内容\r\nzz01,问候,您好\r\nzz02,问候,在的\r\n';

/** A workstation with orders, refunds and scripts, and files that may be imported. */
export function openWorkstation(folder: string, random: Random) {
  mkdirSync(folder, { recursive: true });
  const main = createMainSide({ startsAtMs: START_MS, folder });
  openShopFloor(main, { signedIn: '亦安' });
  const [shop] = main.core.shops.list();
  if (!shop) throw new Error('There is no shop');
  const files = (['orders', 'refunds'] as const).map((kind) =>
    writeExport(folder, { random, nowMs: START_MS, kind, rows: 15 }),
  );
  for (const path of files) main.core.importFile({ path, shop, agentId: null, isDryRun: false });
  const phrases = join(folder, 'phrases.csv');
  writeFileSync(phrases, PHRASES);
  const written = join(folder, 'written');
  mkdirSync(written);
  Object.assign(main.computer.chosen, {
    files,
    scriptFile: phrases,
    exportFolder: written,
    backupFolder: written,
    updateFolder: folder,
    target: (name: string) => join(written, name),
  });
  return { main, files: [...files, phrases, folder, '/nowhere/a.csv'] };
}

export type Workstation = ReturnType<typeof openWorkstation>;

/** Of a domain that is there; the contract knows any name. */
function settingsFor(pools: Pools, random: Random): unknown {
  const { key, level, schema } = pick(random, SETTINGS);
  const values = payloadOf(schema, { random, pools, noun: 'shop', key: '' }) as Record<string, unknown>;
  const some = Object.entries(values).filter(() => random() < 0.5);
  const scope = level === 'app' ? 'app' : pick(random, pools.idsFor('shopId', 'shop'));
  return { scope, key, values: Object.fromEntries(some) };
}

/** A payload as the channel wants it, about what is there. */
export async function payloadFor({ main, files }: Workstation, channel: Channel, random: Random) {
  const jobs = (await main.handlers['imports.jobs'](undefined)).map(({ id }) => id);
  const pools = readPools({ db: main.db, nowMs: main.clock.now(), files, jobs });
  if (channel === 'settings.save') return settingsFor(pools, random);
  const noun = nounOf(channel.split('.')[0] ?? '');
  return payloadOf(contract[channel].input, { random, pools, noun, key: '' });
}

/** Somebody is there nearly always: what needs nobody is asked often enough. */
export function keepSignedIn({ main: { core } }: Workstation, random: Random): void {
  if (core.session.currentAgentId() !== null || random() < 0.2) return;
  const agents = core.stores.agents.list().filter(({ hasPin, isArchived }) => !hasPin && !isArchived);
  if (agents.length > 0) core.session.signIn(pick(random, agents).id, null);
}
