import type { PlatformRecord, RejectedRow } from '../../../shared/domain/platform-record.ts';

export type Row =
  | { readonly kind: 'record'; readonly record: PlatformRecord }
  | {
      readonly kind: 'rejected';
      readonly rejected: RejectedRow;
      /** As the file has them, for handing the row back under `header()`. */
      readonly cells: readonly string[];
    };
