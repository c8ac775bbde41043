import type { LeftOutSheet, RemarkedRow } from '../../shared/domain/import-run.ts';
import type { RejectedRow } from '../../shared/domain/subjects/platform-record.ts';
import type { Platform } from '../../shared/domain/team/shop.ts';
import type { ImportPreview } from '../../shared/ipc/contract/program/import-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { createChangedSamples } from './changed-samples.ts';
import { countRows, newTally } from './import-counts.ts';
import type { ImportScratch, ImportShop } from './import-ports.ts';
import type { ExportFormat } from './kinds/export-kind.ts';
import type { RecordKind } from './kinds/record-kind.ts';
import type { Row } from './reading/export-row.ts';

/** Enough to judge a file by; the counts say how many there are. */
const SHOWN_ROWS = 200;
const SHOWN_SHOPS = 20;

export type FileToPreview = {
  readonly fileName: string;
  readonly kind: RecordKind;
  readonly format: Pick<ExportFormat, 'label'>;
  readonly platforms: readonly Platform[];
  readonly unknownColumns: readonly string[];
  readonly leftOut: readonly LeftOutSheet[];
  readonly rows: Iterable<Row>;
  /** Asked after the rows. */
  notes(): readonly string[];
};

type Options = {
  readonly shop: ImportShop;
  readonly nowMs: EpochMs;
  /** The caller throws away everything that is written here. */
  readonly scratch: ImportScratch;
  readonly importedBeforeAtMs: EpochMs | null;
  readonly shouldStop: () => boolean;
};

/** Finds out what a commit would do by doing it where it does not count. */
export function previewImport(file: FileToPreview, options: Options): ImportPreview {
  const { shop, nowMs, scratch, importedBeforeAtMs, shouldStop } = options;
  const { fileName, kind, format, unknownColumns, leftOut } = file;
  const { label: recordLabel, fieldLabels } = kind.reading;
  const tally = newTally();
  const shopNames = new Set<string>();
  const rejected: RejectedRow[] = [];
  const remarks: RemarkedRow[] = [];
  const changed = createChangedSamples(fieldLabels);
  const notes: string[] = [];
  const intake = kind.takeIn({
    shop,
    nowMs,
    onOutcome: (outcome) => tally[outcome]++,
    onRemark: (remark) => void (remarks.length < SHOWN_ROWS && remarks.push(remark)),
    purpose: { kind: 'preview', scratch, changed: changed.add, noted: (note) => void notes.push(note) },
  });
  for (const row of countRows(file.rows, { tally, shouldStop })) {
    if (row.kind === 'rejected') {
      if (rejected.length < SHOWN_ROWS) rejected.push(row.rejected);
      continue;
    }
    const { shopName } = row.record;
    if (shopName !== null && shopNames.size < SHOWN_SHOPS) shopNames.add(shopName);
    intake.add(row.record);
  }
  intake.end();
  return {
    fileName,
    formatLabel: format.label,
    platforms: [...file.platforms],
    recordLabel,
    counts: tally,
    shopNames: [...shopNames],
    unknownColumns: [...unknownColumns],
    leftOut: [...leftOut],
    rejected,
    remarks,
    changed: changed.list(),
    changedGroups: changed.counts(),
    effects: [...intake.effects()],
    notes: [...file.notes(), ...notes],
    importedBeforeAtMs,
  };
}
