import { createFileCatalogue } from '../../../../electron/imports/kinds/file-catalogue.ts';
import { ORDER_EXPORT } from '../../../../electron/imports/kinds/orders/order-export.ts';
import {
  createReadExport,
  type ReadableExport,
  type Row,
} from '../../../../electron/imports/reading/read-export.ts';
import type {
  ItemRecord,
  OrderRecord,
  PlatformRecord,
} from '../../../../shared/domain/subjects/platform-record.ts';

export const readExport = createReadExport(createFileCatalogue([ORDER_EXPORT]));

export function readable(path: string): ReadableExport {
  const reading = readExport(path, {});
  if (reading.kind === 'unreadable') throw new Error(reading.reason);
  return reading;
}

export function rowsOf(path: string): Row[] {
  return [...readable(path).rows()];
}

export function recordsOf(path: string): PlatformRecord[] {
  return rowsOf(path).map((row) => {
    if (row.kind === 'rejected') throw new Error(JSON.stringify(row.rejected));
    // The only kind in the catalogue.
    return row.record as PlatformRecord;
  });
}

export function ordersOf(path: string): OrderRecord[] {
  return recordsOf(path).map((record) => {
    if (record.kind !== 'order') throw new Error('not an order');
    return record;
  });
}

export function itemsOf(path: string): ItemRecord[] {
  return recordsOf(path).map((record) => {
    if (record.kind !== 'item') throw new Error('not an item');
    return record;
  });
}

export function rejectionsOf(path: string) {
  return rowsOf(path).flatMap((row) => (row.kind === 'rejected' ? [row.rejected] : []));
}

export function reasonOf(path: string): string {
  const reading = readExport(path, {});
  return reading.kind === 'unreadable' ? reading.reason : `readable as ${reading.format}`;
}
