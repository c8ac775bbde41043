import { describe, expect, it } from 'vitest';
import { type CaseSubject, caseStepText } from '../../shared/domain/shared-parts/case/case-subject.ts';
import { ownValue } from '../../shared/own-value.ts';

describe('F15: a name that every object inherits is a name like any other', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])('%s', (name) => {
    expect(ownValue({ a: 1 }, name)).toBeUndefined();
    const openCase = { kind: '撤单', step: name } as CaseSubject['openCase'];
    const spec = { label: '撤单', first: 'call', steps: {} } as unknown as CaseSubject['spec'];
    expect(caseStepText({ openCase, spec })).toBe(`撤单 · ${name}`);
  });

  it('what stands there is found', () => {
    expect(ownValue({ constructor: 1 }, 'constructor')).toBe(1);
  });
});
