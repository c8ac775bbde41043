import type { Platform } from '../../../shared/domain/team/shop.ts';
import type { CellOptions } from '../reading/cells/cell-types.ts';
import type { ColumnGroup, ColumnPlan, Positions } from '../reading/columns/column-plan.ts';
import type { Refusal } from '../reading/columns/read-fields.ts';
import type { ReadRecord } from '../reading/export-row.ts';

export type CleanRow = { readonly row: number; readonly cells: readonly string[] };

export type ReadRow = (row: CleanRow) => ReadRecord | Refusal;

/** The columns by which a file is known. All of the conditions must hold. */
export type Marks = {
  readonly all?: readonly string[];
  readonly any?: readonly string[];
  readonly none?: readonly string[];
  /** Tells two platforms apart that share their columns: the file has more of the first list than of the second. */
  readonly mostly?: { readonly of: readonly string[]; readonly than: readonly string[] };
};

/** One layout in which a platform exports records of a kind. */
export type ExportFormat = {
  /** Stored with every import. */
  readonly name: string;
  readonly label: string;
  /** The platforms of whose shops a file of this format can be about. */
  readonly platforms: readonly Platform[];
  /** A format that comes first in its kind is asked first. One layout may have several sets of marks. */
  readonly marks: readonly Marks[];
  /**
   * Columns that this platform alone names so. Left out: the marks are such columns. A file without any of them may be
   * of another platform.
   */
  readonly signs?: readonly string[];
  /** The columns that are read, group by group; the first group that wants a column gives it its name. */
  readonly columns: readonly ColumnGroup[];
  /** Columns without which no row can be read, each by its names. */
  readonly needs: readonly (readonly string[])[];
  /** The columns of numbers that the platform has given, where a spreadsheet may have rounded them. */
  numbers(plan: ColumnPlan): Positions;
  createReadRow(plan: ColumnPlan, options: CellOptions): ReadRow;
  /** Sentences for the agent about columns that the file does not have, and what follows from that. */
  silences?(plan: ColumnPlan): readonly string[];
};

/** An export that agents mistake for one of the kind. */
export type Stranger = {
  readonly what: string;
  readonly marks: Marks;
  /** How its very first cell begins, where it has no header that tells. */
  readonly firstCell?: RegExp;
};

/** The reader needs this of one kind of record. */
export type ExportKind = {
  readonly name: string;
  /** `订单`. */
  readonly label: string;
  /** The name that agents have for its files: `订单报表和宝贝报表`. */
  readonly files: string;
  /** The column that names the record, as the agent ticks it when exporting. */
  readonly keyColumn: string;
  /** Columns that make its header, as an agent would look for them. */
  readonly usualColumns: readonly string[];
  /** In the name of a downloaded file. */
  readonly fileName: RegExp;
  readonly formats: readonly ExportFormat[];
  /** The names of changed fields in the preview; a field that agents do not know by name has none. */
  readonly fieldLabels: Readonly<Record<string, string>>;
  /** Known columns that no field stands for: kept as extra under their own header. */
  readonly longTail: readonly string[];
  readonly strangers: readonly Stranger[];
};
