import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Count } from '../support/hands.ts';
import type { Played } from './job.ts';

const page = resolve(import.meta.dirname, '../../../docs/hands.md');
const BEGIN = '<!-- hands: written by npm run hands -->';
const END = '<!-- hands: end -->';

const NOTHING: Count = { keys: 0, clicks: 0, typed: 0, switches: 0 };
const COUNTED = ['keys', 'clicks', 'typed', 'switches'] as const;
const UNITS = { keys: 'K', clicks: 'C', typed: 'typed', switches: 'switches' } as const;

const asWords = (count: Partial<Count>): string =>
  COUNTED.filter((what) => (count[what] ?? 0) > 0)
    .map((what) => `${count[what]} ${UNITS[what]}`)
    .join(' + ');

/** The keys and the like beyond the target of a job; `''`: none. */
export function beyondTarget({ job, count }: Pick<Played, 'job' | 'count'>): string {
  const target = { ...NOTHING, ...job.target };
  const more = COUNTED.filter((what) => count[what] > target[what]);
  return asWords(Object.fromEntries(more.map((what) => [what, count[what] - target[what]])));
}

function verdict(played: Played): string {
  const more = beyondTarget(played);
  const remark = played.job.remark ?? '';
  if (more === '') return ['ok', remark].filter(Boolean).join('. ');
  return `**${more} more.** ${remark}`;
}

function line(played: Played): string {
  const { job, count, seconds } = played;
  const cells = [
    job.row,
    job.name,
    job.before,
    count.keys,
    count.clicks,
    count.typed,
    count.switches,
    seconds.toFixed(1),
    asWords(job.target),
    verdict(played),
  ];
  return `| ${cells.join(' | ')} |`;
}

const HEAD = [
  '| row | job | before | keys | clicks | typed | switches | seconds | should be | |',
  '| --- | --- | --- | --: | --: | --: | --: | --: | --- | --- |',
];

/** By row of the finding, as it was played within one. */
export function tableOf(played: readonly Played[]): string {
  const byRow = played.toSorted((one, other) =>
    one.job.row.localeCompare(other.job.row, 'en', { numeric: true }),
  );
  return [...HEAD, ...byRow.map(line)].join('\n');
}

/** Puts the table where the page shows it. */
export function writeTable(table: string): void {
  const text = readFileSync(page, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${page} has no place for the table`);
  writeFileSync(page, `${text.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`);
}
