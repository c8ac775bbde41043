import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sortedRows } from '../../../renderer/features/script-page/figure-labels.ts';
import { SuccessRateText } from '../../../renderer/features/script-page/success-rate.tsx';
import { NO_USES, type Tally } from '../../../shared/domain/scripts/script-learning/figures.ts';

function shown(tally: Partial<Tally>): string {
  const { container } = render(<SuccessRateText tally={{ ...NO_USES, ...tally }} />);
  return container.textContent ?? '';
}

describe('X5: a share is shown with what it rests on', () => {
  it('or not at all: three cases are three cases', () => {
    expect(shown({ recovered: 3 })).toBe('样本不足（3 次）');
  });

  it('says nothing of what is still open', () => {
    expect(shown({ recovered: 3, pending: 500 })).toBe('样本不足（3 次）');
  });

  it('with its interval', () => {
    expect(shown({ recovered: 12, retained: 3, lost: 15 })).toBe('50%（33%–67%）');
    expect(screen.getByTitle(/30 次使用/)).toBeTruthy();
  });
});

describe('X5: the rows of a table', () => {
  it('stand in the order in which people think of them, what is not known last', () => {
    const rows = [null, 'last', 'agreed', 'first'].map((key) => ({ key, tally: NO_USES }));
    expect(sortedRows('step', rows).map(({ key }) => key)).toEqual(['first', 'last', 'agreed', null]);
    const hours = ['21', '09'].map((key) => ({ key, tally: NO_USES }));
    expect(sortedRows('hour', hours).map(({ key }) => key)).toEqual(['09', '21']);
  });
});
