import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ContentDiff } from '../../../renderer/features/script-page/content-diff.tsx';
import { contentOf } from '../../../shared/domain/scripts/script-learning/versions.ts';
import { aScript, NO_FIT } from '../../support/records/a-script.ts';

const OPENING = { ...NO_FIT, stages: ['chase-open' as const] };
const BEFORE = contentOf(aScript({ code: 'kc', title: '催付开场', parts: ['您好', '谢谢'], fit: OPENING }));

describe('K9: what changed between two versions', () => {
  it('is shown field by field, with what went and what came', () => {
    const after = { ...BEFORE, title: '催付提醒', parts: ['您好呀', '谢谢'], tags: ['大促'] };
    const { container } = render(<ContentDiff before={BEFORE} after={after} />);
    const texts = (mark: string) => [...container.querySelectorAll(mark)].map((one) => one.textContent);
    expect(texts('del')).toEqual(['开场']);
    expect(texts('ins')).toEqual(['提醒', '呀', '大促']);
    expect(texts('dt')).toEqual(['标题', '内容', '标签']);
  });

  it('says for whom it is now in the words of the editor', () => {
    const after = {
      ...BEFORE,
      fit: { ...BEFORE.fit, reasons: ['price' as const], grades: ['vip' as const] },
    };
    const { container } = render(<ContentDiff before={BEFORE} after={after} />);
    expect(container.querySelector('dd')?.textContent).toBe('催付开场、嫌贵、VIP');
  });

  it('says so where nothing did', () => {
    render(<ContentDiff before={BEFORE} after={BEFORE} />);
    expect(screen.getByText('内容没有变化')).toBeTruthy();
  });
});
