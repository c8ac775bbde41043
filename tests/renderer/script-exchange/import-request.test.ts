import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  requestFor,
  withChoiceForAll,
  withChoiceForRow,
  withColumn,
  withFormat,
} from '../../../renderer/features/script-exchange/import-request.ts';
import type { ScriptImportPreview } from '../../../shared/ipc/contract/scripts/script-file-contract.ts';

const PREVIEW: ScriptImportPreview = {
  kind: 'preview',
  fileName: 'a.csv',
  sha256: 'abc',
  format: 'table',
  hasHeader: true,
  columns: ['甲', '乙', '丙'].map((header) => ({ header, field: null, samples: [] })),
  leftOut: [],
  rows: [],
  writeCount: 0,
  newGroups: [],
  pictureCount: 0,
};
const ROW = {
  row: 2,
  verdict: 'conflict',
  reason: '',
  fault: null,
  notes: [],
  choice: null,
  code: 'hh',
  title: '',
  group: '',
  text: '',
  ours: null,
} as const;
const REQUEST = requestFor('/a.csv', null);

describe('X3: what the agent asks of a script file', () => {
  it('keeps the columns that were just said, though main has not read the file by them yet', () => {
    const first = withColumn(REQUEST, PREVIEW, { index: 0, field: 'code' });
    const second = withColumn(first, PREVIEW, { index: 1, field: 'content' });
    expect(second.columns).toEqual(['code', 'content', null]);
  });

  it('decides a row before all of its kind, until all are decided anew', () => {
    const one = withChoiceForRow(REQUEST, 2, 'both');
    expect(choiceOf(ROW, one)).toBe('both');
    expect(choiceOf({ ...ROW, row: 3 }, one)).toBe('merge');
    expect(choiceOf(ROW, withChoiceForAll(one, 'conflict', 'replace'))).toBe('replace');
  });

  it('forgets what was chosen for rows that another reading does not have', () => {
    const chosen = withChoiceForRow(withColumn(REQUEST, PREVIEW, { index: 0, field: 'code' }), 2, 'both');
    expect(withFormat(chosen, 'qianniu')).toMatchObject({ columns: null, choices: { byRow: {} } });
  });
});
