import { Theme } from '../../../shared/domain/settings/appearance.ts';
import { createFakeBridge, type FakeBridge } from '../../support/fake-bridge.ts';

declare global {
  // An interface, because only interfaces merge into the browser's own Window.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Window {
    fake?: FakeBridge;
  }
}

/** `?orders=10000&theme=dark&first-run&signed-out&unchecked` */
export function installFakeBridge(): void {
  const params = new URLSearchParams(location.search);
  const fake = createFakeBridge({
    orderCount: Number(params.get('orders') ?? 24),
    isFirstRun: params.has('first-run'),
    isSignedOut: params.has('signed-out'),
    settings: {
      appearance: { theme: Theme.catch('light').parse(params.get('theme')) },
      reminders: { reminderChecked: !params.has('unchecked') },
    },
  });
  window.fake = fake;
  Object.defineProperty(window, 'xiaoer', { value: fake.bridge });
}
