import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { saveTable } from '../../../electron/exports/save-table.ts';
import { listTables } from '../../../electron/imports/reading/list-tables.ts';
import {
  type FileWishes,
  openScriptFile,
  type ScriptFile,
} from '../../../electron/script-exchange/reading/open-script-file.ts';
import type { ReadRow, SheetScript } from '../../../electron/script-exchange/reading/script-row.ts';
import { scriptTable } from '../../../electron/script-exchange/reading/script-table.ts';
import { type PhraseFormat, writePhrases } from '../../../electron/script-exchange/writing/write-phrases.ts';
import { CHASE_PRESETS } from '../../../shared/domain/chasing/chase-settings.ts';
import { CUSTOMER_GRADES } from '../../../shared/domain/orders/customer.ts';
import { UNPAID_REASONS } from '../../../shared/domain/orders/unpaid-reason.ts';
import { FOR_ALL, SCRIPT_STAGES } from '../../../shared/domain/scripts/script.ts';

import { aScript } from '../../support/records/a-script.ts';

export function openFile(path: string, wishes: Partial<FileWishes> = {}): ScriptFile {
  const opened = openScriptFile(
    { path, format: null, columns: null, hasHeader: null, ...wishes },
    { listTables, recall: () => undefined, progress: {} },
  );
  if (opened.kind === 'unreadable') throw new Error(opened.reason);
  return opened;
}

export const rowsOf = (path: string, wishes: Partial<FileWishes> = {}): ReadRow[] => [
  ...openFile(path, wishes).rows(),
];

export type ExportFormat = PhraseFormat | 'xlsx' | 'csv';

export async function writeScripts(
  folder: string,
  format: ExportFormat,
  scripts: readonly SheetScript[],
): Promise<string> {
  const path = join(folder, `scripts.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
  if (format === 'xlsx' || format === 'csv') saveTable(path, scriptTable(scripts));
  else writeFileSync(path, writePhrases(format, scripts, { account: '示例旗舰店' }));
  return path;
}

/** Signs that the formats themselves use, beside any others. */
const HARD_PIECES = [
  '"',
  '""',
  ',',
  '，',
  '\n',
  '\t',
  '=',
  '+1',
  '-',
  '@',
  "'",
  '=>',
  '＝>',
  '\\',
  '&#44;',
  '&#13;',
  '&',
  '、',
  '；',
  '———— 下一条 ————',
  '\n———— 下一条 ————\n',
  '\\———— 下一条 ————',
  '亲，您好~',
  '/:^_^',
  '😀',
  '{客户}',
  '_x0041_',
  '未分组',
  '01',
  '  ',
  '：',
  '="1"',
  'null',
  '--',
  '{图片:cm01.jpg}',
  '123456789012345678',
];
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HARD_PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
);
/** As the library keeps text: trimmed, its lines ended by `\n`; control characters cannot be typed. */
const text = (most: number) =>
  fc
    .array(piece, { minLength: 1, maxLength: most })
    .map((pieces) =>
      pieces
        .join('')
        .replaceAll(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, '')
        .trim(),
    )
    .filter((joined) => joined !== '');
const line = (most: number) =>
  text(most)
    .map((words) => words.replaceAll(/\s+/gu, ' ').trim())
    .filter((words) => words !== '');

const code = line(2)
  .map((words) => words.replaceAll(/\s/gu, ''))
  .filter((word) => word !== '');
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });

export const sheetScript: fc.Arbitrary<SheetScript> = fc
  .record({
    code,
    title: line(3),
    parts: fc.array(text(5), { minLength: 1, maxLength: 4 }),
    keywords: fc.oneof(fc.constant(''), line(3)),
    tags: fc.uniqueArray(line(2), { maxLength: 3 }),
    groupPath: fc.array(line(2), { maxLength: 3 }),
    stages: some(SCRIPT_STAGES),
    reasons: some(UNPAID_REASONS),
    steps: some(['first', 'remind', 'concede-first', 'own step']),
    grades: some(CUSTOMER_GRADES),
    ladders: some(CHASE_PRESETS),
  })
  .map(({ groupPath, stages, reasons, steps, grades, ladders, ...rest }) => ({
    script: aScript({ ...rest, scope: FOR_ALL, fit: { stages, reasons, steps, grades, ladders } }),
    groupPath,
    scope: { kind: 'all' },
  }));
