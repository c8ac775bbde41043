import { describe, expect, it } from 'vitest';
import { extraKey } from '../../electron/imports/reading/columns/column-plan.ts';
import { scriptTable } from '../../electron/script-exchange/reading/script-table.ts';
import { aScript, NO_FIT } from '../support/records/a-script.ts';

describe('F15: names that every object inherits come from files like any other', () => {
  it.each(['constructor', '__proto__', 'toString'])('a script for the step %s is exported', (step) => {
    const script = aScript({ fit: { ...NO_FIT, steps: [step] } });
    const table = scriptTable([{ script, groupPath: [], scope: { kind: 'all' } }]);
    expect([...table.rows].flat()).toContain(step);
  });

  it('a column under whose name nothing can be kept goes by its place', () => {
    expect(extraKey(['constructor', '__proto__'], 0)).toBe('constructor');
    expect(extraKey(['constructor', '__proto__'], 1)).toBe('第2列');
  });
});
