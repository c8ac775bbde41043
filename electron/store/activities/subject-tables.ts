import type { SubjectKind } from '../../../shared/domain/subjects/subject.ts';

export type SubjectTable = {
  readonly table: string;
  /** The column that names the shop; `null`: subjects of the kind may belong to several shops, or to none. */
  readonly shop: 'shop_id' | 'id' | null;
};

/** Where the rows of each kind of subject stand; `null`: it has none. */
export const SUBJECT_TABLES: Readonly<Record<SubjectKind, SubjectTable | null>> = {
  order: { table: 'orders', shop: 'shop_id' },
  customer: { table: 'customers', shop: null },
  case: { table: 'cases', shop: 'shop_id' },
  shop: { table: 'shops', shop: 'id' },
  agent: { table: 'agents', shop: null },
  script: { table: 'scripts', shop: 'shop_id' },
  'script-group': { table: 'script_groups', shop: null },
  picture: { table: 'script_pictures', shop: null },
  app: null,
};
