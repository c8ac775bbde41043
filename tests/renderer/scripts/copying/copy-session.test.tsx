import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { useCopySession } from '../../../../renderer/features/scripts/copying/copy-session.ts';
import { createQueryClient } from '../../../../renderer/lib/main-process/query-client.ts';

/** One picker that goes from order to order, as on the workbench. */
function openPicker() {
  const queryClient = createQueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const { result, rerender } = renderHook(({ order }) => useCopySession(order), {
    wrapper,
    initialProps: { order: 'first' },
  });
  const session = () => result.current[0];
  return {
    open: (order: string) => rerender({ order }),
    openMany: (count: number) => {
      for (let opened = 0; opened < count; opened++) rerender({ order: `other-${opened}` });
    },
    answer: (answers: Record<string, string>) => act(() => result.current[1]({ answers })),
    session,
    kept: () => queryClient.getQueryCache().findAll({ queryKey: ['copying'] }).length,
  };
}

describe('P3 copying that was interrupted', () => {
  it('goes on where it was left, however many orders were only looked at', () => {
    const picker = openPicker();
    picker.answer({ 优惠: '5 元' });
    picker.openMany(200);
    expect(picker.session().answers).toEqual({});
    picker.open('first');
    expect(picker.session().answers).toEqual({ 优惠: '5 元' });
  });

  it('does not keep every order of the week', () => {
    const picker = openPicker();
    for (let opened = 0; opened < 200; opened++) {
      picker.open(`order-${opened}`);
      picker.answer({ 优惠: `${opened} 元` });
    }
    expect(picker.kept()).toBeLessThanOrEqual(51);
    picker.open('order-160');
    expect(picker.session().answers).toEqual({ 优惠: '160 元' });
    picker.open('order-1');
    expect(picker.session().answers).toEqual({});
  });
});
