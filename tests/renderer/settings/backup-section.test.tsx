import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SettingsScreen } from '../../../renderer/features/settings/settings-screen.tsx';
import type { Backup } from '../../../shared/domain/backups/backup.ts';
import type { BackupState } from '../../../shared/ipc/contract/program/backup-contract.ts';
import { renderPage } from '../app/render-page.tsx';

const NONE: BackupState = {
  folder: '/data/backups',
  backups: [],
  isRunning: false,
  failure: null,
  second: null,
  check: { isRunning: false, last: null },
};

const aBackup = (atMs: number): Backup => ({
  file: `/data/backups/${atMs}.db`,
  atMs,
  reason: 'day-end',
  bytes: 12 * 2 ** 20,
  content: { schemaVersion: 8, orders: 1200, customers: 830, openTasks: 57 },
  filesLeftOut: 0,
});

async function openBackups(state: Partial<BackupState>, signedIn: '小满' | '亦安' = '亦安') {
  const page = renderPage({ signedIn }, <SettingsScreen />);
  page.main.handlers['backups.state'] = () => ({ ...NONE, ...state });
  await page.user.click(await screen.findByRole('button', { name: '备份' }));
  await screen.findByRole('heading', { name: '备份' });
  return page;
}

describe('X6: backups in the settings', () => {
  it('makes one at once, and lists what is there with its time and counts', async () => {
    const { main, user } = await openBackups({});
    expect(screen.getByText('还没有备份')).toBeDefined();
    const made = { ...NONE, backups: [aBackup(main.clock.now())] };
    main.handlers['backups.make'] = () => {
      main.handlers['backups.state'] = () => made;
      main.emit('backups.changed', undefined);
      return made;
    };
    await user.click(screen.getByRole('button', { name: '立即备份' }));
    const list = await screen.findByRole('region', { name: '备份列表' });
    expect(within(list).getByText('订单 1200，客户 830，待办 57')).toBeDefined();
    expect(within(list).getByText('一天结束')).toBeDefined();
    expect(screen.getByText(/成功，已检查/)).toBeDefined();
  });

  it('says why the last one failed', async () => {
    await openBackups({ failure: { atMs: 0, reason: '磁盘空间不足' } });
    expect(screen.getByText(/没有成功：磁盘空间不足/)).toBeDefined();
  });

  it('says when every page was last looked at, and looks at once', async () => {
    const { main, user } = await openBackups({});
    expect(screen.getByText('还没有检查过')).toBeDefined();
    main.handlers['backups.check'] = () => {
      const last = { atMs: main.clock.now(), problems: ['已完成的待办仍有提醒：2 处'], failure: null };
      const checked = { ...NONE, check: { isRunning: false, last } };
      main.handlers['backups.state'] = () => checked;
      main.emit('backups.changed', undefined);
      return checked;
    };
    await user.click(screen.getByRole('button', { name: '立即检查' }));
    expect(await screen.findByText(/发现问题：已完成的待办仍有提醒：2 处。请在「诊断」里/)).toBeDefined();
  });

  it('lets a lead choose the second folder, and an agent only see it', async () => {
    const second = { folder: 'E:\\备份', failure: null, isCopying: false };
    const { main, user } = await openBackups({ second });
    await user.click(screen.getByRole('button', { name: '停用' }));
    expect(main.inputsOf('backups.dropSecondFolder')).toHaveLength(1);
  });

  it('shows an agent the second folder alone', async () => {
    await openBackups({ second: { folder: 'E:\\备份', failure: null, isCopying: false } }, '小满');
    expect(screen.getByText('E:\\备份')).toBeDefined();
    expect(screen.queryByRole('button', { name: '选择文件夹' })).toBeNull();
  });
});
