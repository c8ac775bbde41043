import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../../renderer/app/error-boundary.tsx';
import { renderPage } from './render-page.tsx';

function Broken(): never {
  throw new TypeError('橘子不吃皮 has no order');
}

it('X6: a screen that breaks leaves its place in the log, and not whom it showed', async () => {
  // React says the same on the console.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { main } = renderPage(
    {},
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  expect(await screen.findByText('此处出现内部错误')).toBeDefined();
  await waitFor(() => expect(main.inputsOf('diagnostics.reportBug')).toHaveLength(1));
  const report = JSON.stringify(main.inputsOf('diagnostics.reportBug'));
  expect(report).toMatch(/TypeError\\n {4}at Broken \(error-boundary\.test\.tsx:/);
  expect(report).not.toContain('橘子');
});
