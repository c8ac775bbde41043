import type { PlatformRecord, RejectedRow } from '../../shared/domain/platform-record.ts';
import type { ImportPreview } from '../../shared/ipc/contract/import-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { countRows, newTally } from './import-counts.ts';
import type { ImportIds, ImportShop, ImportStores } from './import-ports.ts';
import type { ExportFormat, ExportKind } from './kinds/export-kind.ts';
import { createApplyRecords } from './kinds/orders/apply-orders.ts';
import type { Row } from './reading/export-row.ts';

/** Enough to judge a file by; the counts say how many there are. */
const SHOWN_ROWS = 200;
const SHOWN_SHOPS = 20;

export type FileToPreview = {
  readonly fileName: string;
  readonly recordKind: ExportKind;
  readonly format: ExportFormat;
  readonly unknownColumns: readonly string[];
  readonly rows: Iterable<Row>;
};

type Options = {
  readonly shop: ImportShop;
  readonly nowMs: EpochMs;
  /** What is written here must be thrown away afterwards. */
  readonly stores: ImportStores;
  readonly ids: ImportIds;
  readonly importedBeforeAtMs: EpochMs | null;
  readonly shouldStop: () => boolean;
};

/** What a commit would do, found out by doing it where it does not count. */
export function previewImport(file: FileToPreview, options: Options): ImportPreview {
  const { importedBeforeAtMs, shouldStop, ...rest } = options;
  const tally = newTally();
  const shopNames = new Set<string>();
  const rejected: RejectedRow[] = [];
  const changed: ImportPreview['changed'] = [];
  const { fileName, recordKind, format, unknownColumns } = file;
  const labelsOf = (fields: readonly string[]) =>
    fields.flatMap((field) => recordKind.fieldLabels[field] ?? []);
  const apply = createApplyRecords({
    ...rest,
    observer: {
      orderImported: () => {},
      orderShown: () => {},
      orderChanged({ before, changes }, isWithOrder) {
        if (isWithOrder || changed.length >= SHOWN_ROWS) return;
        changed.push({ orderNo: before.no, orderId: before.id, fields: labelsOf(Object.keys(changes)) });
      },
      itemImported: () => {},
      itemChanged: () => {},
      customerNamed: () => {},
    },
    onOutcome: (outcome) => tally[outcome]++,
  });
  for (const row of countRows(file.rows, { tally, shouldStop })) {
    if (row.kind === 'rejected') {
      if (rejected.length < SHOWN_ROWS) rejected.push(row.rejected);
      continue;
    }
    const { shopName } = row.record;
    if (shopName !== null && shopNames.size < SHOWN_SHOPS) shopNames.add(shopName);
    apply.add(row.record as PlatformRecord);
  }
  apply.end();
  return {
    fileName,
    formatLabel: format.label,
    platforms: [...format.platforms],
    recordLabel: recordKind.label,
    counts: tally,
    shopNames: [...shopNames],
    unknownColumns: [...unknownColumns],
    rejected,
    changed,
    importedBeforeAtMs,
  };
}
