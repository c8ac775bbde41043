import { statSync } from 'node:fs';
import type { FileCatalogue } from '../kinds/file-catalogue.ts';
import { openTables } from './open-table.ts';
import type { ReadingLimits } from './raw-row.ts';
import { examineFile } from './text/file-pieces.ts';
import { HEAD_BYTES } from './text/sniff-file.ts';
import { reasonOfUnreadable } from './unreadable-file.ts';

/** A header stands at the start of a sheet. All of this together is work for a second, whatever the file holds. */
const LIMITS: ReadingLimits = { sheets: 20, sheetBytes: 64 * 1024, bytes: 32 * 1024 * 1024 };
/** The whole file is read once; a larger one is not read on suspicion. */
const MAX_RECOGNISED_BYTES = 2 * 1024 * 1024;

export type RecogniseExport = (path: string, shouldStop: () => boolean) => boolean;

/**
 * Whether a file that came by itself, such as a download or what a mail brought, is an export. What would take longer
 * to find out is none, as far as this knows; the agent can still choose it.
 */
export function createRecogniseExport(catalogue: FileCatalogue): RecogniseExport {
  return (path, shouldStop) => {
    const progress = { shouldStop };
    try {
      if (statSync(path).size > MAX_RECOGNISED_BYTES) return false;
      const facts = examineFile(path, progress, HEAD_BYTES);
      const opened = openTables(path, { facts, progress, catalogue, limits: LIMITS });
      return opened.kind === 'tables' && isKnown(opened.tables[0].header.headers, catalogue);
    } catch (error) {
      if (reasonOfUnreadable(error) === undefined) throw error;
      return false;
    }
  };
}

function isKnown(headers: readonly string[], catalogue: FileCatalogue): boolean {
  return catalogue.detect(headers).kind === 'known';
}
