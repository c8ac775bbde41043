import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useIntentOf } from '../../../renderer/app/workbench/use-intent-of.ts';
import { asSubject, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';

const FIRST: SubjectRef = asSubject('order', 'order-1');
const SECOND: SubjectRef = asSubject('order', 'order-2');

function openFirst() {
  const { result, rerender } = renderHook(({ subject }) => useIntentOf(subject), {
    initialProps: { subject: FIRST },
  });
  return {
    intent: () => result.current[0],
    tell: (change: Parameters<(typeof result.current)[1]>[0]) => act(() => result.current[1](change)),
    open: (subject: SubjectRef) => rerender({ subject }),
  };
}

describe('R10: the scripts follow what is about to be recorded', () => {
  it('is of the subject that is open, and of no other', () => {
    const { intent, tell, open } = openFirst();
    tell({ reason: 'top-up' });
    expect(intent()).toEqual({ reason: 'top-up' });
    open(SECOND);
    expect(intent()).toEqual({});
    open(FIRST);
    expect(intent()).toEqual({ reason: 'top-up' });
  });

  it('ends with its form, also when the form closes because another subject was opened', () => {
    const { intent, tell, open } = openFirst();
    tell({ reason: 'top-up' });
    tell({ isBargaining: true });
    open(SECOND);
    tell({ isBargaining: undefined });
    expect(intent()).toEqual({});
    open(FIRST);
    expect(intent().isBargaining).toBeUndefined();
    expect(intent().reason).toBe('top-up');
  });
});
