import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { digestOf } from '../support/digest.ts';
import { faultOf } from '../support/stores.ts';
import type { Twin } from '../support/twin.ts';
import type { Interrupted } from './look.ts';

const FILES = /* sql */ `
  SELECT 'pictures/' || sha256 || '.' || extension AS name, sha256 FROM script_pictures UNION
  SELECT 'evidence/' || sha256, sha256 FROM evidence WHERE sha256 IS NOT NULL`;

/** The pictures and the evidence that rows name: each is there, and is what its name says. */
function brokenFiles(path: string): string[] {
  const db = new Database(path, { readonly: true });
  const files = db.prepare<[], { name: string; sha256: string }>(FILES).all();
  db.close();
  return files.flatMap(({ name, sha256 }) => {
    const file = join(dirname(path), name);
    if (!existsSync(file)) return `${name.slice(0, 20)} is gone`;
    const found = createHash('sha256').update(readFileSync(file)).digest('hex');
    return found === sha256 ? [] : `${name.slice(0, 20)} is not what it was`;
  });
}

type Acts = Interrupted & {
  readonly twin: Twin;
  /** The last act that was confirmed. */
  readonly confirmed: number;
};

/**
 * Everything confirmed is there, and nothing half: the store is as after the last act that was confirmed, or as after
 * the one that was under way. Answers after which act it is.
 */
export function lookAtActs({ path, where, tally, twin, confirmed }: Acts): number | null {
  const fault = faultOf(path);
  if (fault !== null) {
    tally.broke(`${where}, act ${confirmed}: ${fault}`);
    return null;
  }
  for (const broken of brokenFiles(path)) tally.broke(`${where}, act ${confirmed}: ${broken}`);
  const found = twin.actsIn(digestOf(path));
  if (found.includes(confirmed)) return confirmed;
  if (found.includes(confirmed + 1)) {
    tally.count('written and not yet confirmed');
    return confirmed + 1;
  }
  tally.broke(`${where}, act ${confirmed}: the store is as after act ${found.join(' or ') || 'none'}`);
  return null;
}
