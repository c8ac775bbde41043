import type { ChasePreset } from '../../../shared/domain/chasing/chase-settings.ts';
import type { CustomerGrade } from '../../../shared/domain/orders/customer.ts';
import { type UnpaidReason } from '../../../shared/domain/orders/unpaid-reason.ts';
import type { Script, ScriptStage } from '../../../shared/domain/scripts/script.ts';

/** The scope of a script as a file can say it: by name. */
export type NamedScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'shop' | 'personal'; readonly name: string };

/** One script as a file says it. A field that is left out is not said: in the library it stays as it is. */
export type ScriptRow = {
  /** As a spreadsheet shows it, from 1. */
  readonly row: number;
  /** `''`: the file gives none. */
  readonly code: string;
  readonly parts: readonly string[];
  readonly title?: string;
  /** From the outermost group; empty: in no group. */
  readonly groupPath?: readonly string[];
  readonly keywords?: string;
  readonly tags?: readonly string[];
  readonly scope?: NamedScope;
  readonly stages?: readonly ScriptStage[];
  readonly reasons?: readonly UnpaidReason[];
  readonly steps?: readonly string[];
  readonly grades?: readonly CustomerGrade[];
  readonly ladders?: readonly ChasePreset[];
};

/** The cell that keeps a row from being imported. */
export type RowFault = { readonly column: string; readonly value: string; readonly reason: string };

export type ReadRow = {
  readonly script: ScriptRow;
  readonly fault: RowFault | null;
  /** Tells the agent how the row was changed to fit. */
  readonly notes: readonly string[];
};

/** A script as the writers of files see it. */
export type SheetScript = {
  readonly script: Script;
  readonly groupPath: readonly string[];
  readonly scope: NamedScope;
};
