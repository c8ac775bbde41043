import { describe, expect, it } from 'vitest';
import { createNotifying } from '../../../electron/joins/notifying.ts';
import { createPastNotices } from '../../../electron/reminders/past-notices.ts';
import { createSettingsStore } from '../../../electron/store/team/settings-store.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';

const NOW = Date.parse('2026-06-10T10:00:00+08:00');

function aDesktop() {
  const clock = createFakeClock(NOW);
  const store = createSettingsStore(createMemoryStore().db);
  const bugs: unknown[] = [];
  const start = (write = store.write) =>
    createPastNotices({
      store: { read: store.read, write },
      clock,
      whenFree: async (work) => work(),
      changed: () => {},
      reportBug: (_what, error) => void bugs.push(error),
    });
  return { clock, start, bugs };
}

describe('X2: what was shown on the desktop', () => {
  it('is listed the newest first, also after the next start', async () => {
    const { clock, start } = aDesktop();
    const notices = start();
    notices.note({ title: '催付：山间一壶茶', body: '二次催付', target: null });
    clock.advanceBy(1000);
    notices.note({ title: '4 项待办到期', body: '', target: null });
    await Promise.resolve();
    expect(start().list()).toEqual([
      { atMs: NOW + 1000, title: '4 项待办到期', body: '', target: null },
      { atMs: NOW, title: '催付：山间一壶茶', body: '二次催付', target: null },
    ]);
  });

  it('keeps reports that wait beside all else that was said, and leads to them', () => {
    const { clock } = aDesktop();
    const shown: { title: string; onOpen: () => void }[] = [];
    const opened: string[] = [];
    const store = createSettingsStore(createMemoryStore().db);
    const { notify, notifyOfReports, pastNotices } = createNotifying({
      notifier: { isSupported: () => true, show: (notice) => void shown.push(notice) },
      store,
      clock,
      whenFree: async (work) => work(),
      broadcast: () => {},
      comeUp: () => void opened.push('window'),
      openImports: () => void opened.push('imports'),
      reportBug: () => {},
    });
    notifyOfReports('下载文件夹里有新报表', 'ExportOrderList.csv');
    notify('备份没有成功', '磁盘已满');
    for (const { onOpen } of shown) onOpen();
    expect(opened).toEqual(['imports', 'window']);
    expect(pastNotices.list().map(({ title, target }) => [title, target])).toEqual([
      ['备份没有成功', null],
      ['下载文件夹里有新报表', { screen: 'imports' }],
    ]);
  });

  it('does not grow for ever', () => {
    const notices = aDesktop().start();
    for (let no = 0; no < 300; no++) notices.note({ title: `${no}`, body: '', target: null });
    expect(notices.list()).toHaveLength(100);
    expect(notices.list()[0]?.title).toBe('299');
  });

  it('is there in memory where the store takes nothing now', async () => {
    const { start, bugs } = aDesktop();
    const notices = start(() => {
      throw new Error('busy');
    });
    notices.note({ title: '催付', body: '', target: null });
    await Promise.resolve();
    await Promise.resolve();
    expect(notices.list()).toHaveLength(1);
    expect(bugs).toHaveLength(1);
  });
});
