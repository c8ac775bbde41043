import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadRow, SheetScript } from '../../../electron/script-exchange/reading/script-row.ts';
import { type ExportFormat, rowsOf, sheetScript, writeScripts } from './exchange-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-round-trip-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The facts for which the format has a place. */
function said({ script, groupPath }: SheetScript, format: ExportFormat) {
  const { code, parts, title, keywords, tags, fit } = script;
  const phrase = { code, parts, groupPath };
  if (format === 'qianniu' || format === 'feiniu') return phrase;
  if (format === 'v3') return { ...phrase, title };
  return { ...phrase, title, keywords, tags, ...fit, scope: { kind: 'all' } };
}

function read({ script, fault }: ReadRow) {
  if (fault) throw new Error(fault.reason);
  const { row: _row, ...rest } = script;
  return rest;
}

describe('Scripts come back from a file as they went', () => {
  it.each(['qianniu', 'v3', 'feiniu', 'csv', 'xlsx'] as const)('%s, whatever they say', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(sheetScript, { minLength: 1, maxLength: 6 }), async (scripts) => {
        const rows = rowsOf(await writeScripts(folder, format, scripts));
        expect(rows.map(read)).toEqual(scripts.map((script) => said(script, format)));
      }),
      { numRuns: format === 'xlsx' ? 30 : 200 },
    );
  });
});
