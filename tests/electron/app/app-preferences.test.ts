import { describe, expect, it } from 'vitest';
import { createAppPreferences } from '../../../electron/app/app-preferences.ts';
import { createSettingsStore } from '../../../electron/store/team/settings-store.ts';
import { defaultSettings } from '../../../shared/domain/settings/settings-of.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/time/durations.ts';
import { createMemoryStore } from '../../support/memory-store.ts';

describe('the settings of this PC', () => {
  function aPc() {
    const store = createSettingsStore(createMemoryStore().db);
    return { store, start: () => createAppPreferences(store) };
  }

  it('start with defaults and keep a change over a restart', () => {
    const { store, start } = aPc();
    expect(start().current()).toEqual(defaultSettings('app'));
    store.save('app', 'reminders', { soundEnabled: false });
    expect(start().current()).toEqual({
      ...defaultSettings('app'),
      reminders: { ...defaultSettings('app').reminders, soundEnabled: false },
    });
  });

  it('change one and leave the others alone', () => {
    const { store, start } = aPc();
    const preferences = start();
    store.save('app', 'palette', { paletteHotkey: 'Control+Shift+X' });
    store.save('app', 'imports', { watchedFolder: 'C:\\下载' });
    store.save('app', 'appearance', { theme: 'dark' });
    expect(preferences.current()).toMatchObject({
      appearance: { theme: 'dark' },
      palette: { paletteHotkey: 'Control+Shift+X', readsClipboard: false },
      imports: { watchedFolder: 'C:\\下载' },
    });
  });

  it('F5: hold back nothing that the disk has refused to keep', () => {
    const { db } = createMemoryStore();
    const preferences = createAppPreferences(createSettingsStore(db));
    preferences.pauseUntil(1234, 0);
    db.pragma('query_only = ON');
    expect(() => preferences.pauseUntil(null, 0)).toThrow('readonly');
    expect(preferences.doNotDisturbUntilMs()).toBe(1234);
  });

  it('remember until when reminders are held back', () => {
    const { start } = aPc();
    start().pauseUntil(HOUR, 0);
    expect(start().doNotDisturbUntilMs()).toBe(HOUR);
    start().pauseUntil(null, MINUTE);
    expect(start().doNotDisturbUntilMs()).toBeNull();
  });

  it('F3: drop a pause that was asked for while the clock was a day ahead, and keep one that was not', () => {
    const { start } = aPc();
    const preferences = start();
    preferences.pauseUntil(DAY + HOUR, DAY);
    preferences.dropPauseOfLaterTime(DAY - SECOND);
    expect(preferences.doNotDisturbUntilMs()).toBe(DAY + HOUR);
    preferences.dropPauseOfLaterTime(0);
    expect(preferences.doNotDisturbUntilMs()).toBeNull();
    expect(start().doNotDisturbUntilMs()).toBeNull();
  });
});
