import { describe, expect, it } from 'vitest';
import { createAppPreferences } from '../../../electron/app/app-preferences.ts';
import { createSettingsStore } from '../../../electron/store/team/settings-store.ts';
import { DEFAULT_APP_SETTINGS } from '../../../shared/domain/app-settings.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { createMemoryStore } from '../../support/memory-store.ts';

describe('the settings of this PC', () => {
  function aPc() {
    const store = createSettingsStore(createMemoryStore().db);
    return { store, start: () => createAppPreferences(store) };
  }

  it('start with defaults and keep a change over a restart', () => {
    const { start } = aPc();
    const preferences = start();
    expect(preferences.current()).toEqual(DEFAULT_APP_SETTINGS);
    preferences.change({ soundEnabled: false });
    expect(start().current()).toEqual({ ...DEFAULT_APP_SETTINGS, soundEnabled: false });
  });

  it('change one and leave the others alone, also on their way through the contract', () => {
    const { start } = aPc();
    const preferences = start();
    preferences.change({ paletteHotkey: 'Control+Shift+X', watchedFolder: 'C:\\下载' });
    preferences.change(contract['app.saveSettings'].input.parse({ theme: 'dark' }));
    expect(preferences.current()).toMatchObject({
      paletteHotkey: 'Control+Shift+X',
      watchedFolder: 'C:\\下载',
    });
  });

  it('take the default for what an older build had not saved', () => {
    const { store, start } = aPc();
    store.write('appSettings', { theme: 'dark' });
    expect(start().current()).toEqual({ ...DEFAULT_APP_SETTINGS, theme: 'dark' });
  });

  it('remember until when reminders are held back', () => {
    const { start } = aPc();
    start().pauseUntil(1234);
    expect(start().doNotDisturbUntilMs()).toBe(1234);
  });
});
