import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { boundsOf } from '../../../renderer/features/settings/fields/setting-control.tsx';
import { sayValue } from '../../../renderer/features/settings/fields/setting-words.ts';
import { SettingsScreen } from '../../../renderer/features/settings/settings-screen.tsx';
import { DECLARATIONS } from '../../../shared/domain/settings/settings-of.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { saveSettings, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import { renderScreen } from '../session/render-screen.tsx';

const rowOf = (name: string): HTMLElement => {
  const row = document.querySelector(`[data-place="${name}"]`);
  if (!(row instanceof HTMLElement)) throw new Error(`No row ${name}`);
  return row;
};

describe('a setting that its domain has declared', () => {
  it('says what the default is and where it comes from', async () => {
    renderScreen(<SettingsScreen />);
    await screen.findByRole('switch', { name: '静默时段' });
    expect(rowOf('chase.maxPer24h').textContent).toContain(
      '默认 3 次 · 同行做法：催付教程建议 24 小时内不超过 3 次，未核实',
    );
    expect(rowOf('chase.closesAfterMs').textContent).toContain('默认 1 天 · 平台规则');
    expect(rowOf('grade.vipPaidFen').textContent).toContain('默认 2000 元 · 程序初始值');
  });

  it('that may be off starts, switched on, with what the domain says', async () => {
    const { user, main } = renderScreen(<SettingsScreen />);
    const sections = await screen.findByRole('navigation', { name: '设置分类' });
    await user.click(within(sections).getByText('提醒'));
    await user.click(screen.getByRole('switch', { name: '弹窗静默时段' }));
    await expect
      .poll(() => main.preferences.current().reminders.popUpQuietHours)
      .toEqual({ fromMinute: 22 * 60, toMinute: 8 * 60 });
    expect(await screen.findByRole('textbox', { name: '弹窗静默时段开始' })).toHaveProperty('value', '22:00');
  });

  it('goes back to the default', async () => {
    const { user, main } = renderScreen(<SettingsScreen />, {
      settings: { scripts: { trialSharePercent: 30 } },
    });
    const sections = await screen.findByRole('navigation', { name: '设置分类' });
    await user.click(within(sections).getByText('话术推荐与审批'));
    await user.click(screen.getByRole('button', { name: '试用比例恢复默认' }));
    await expect.poll(() => main.core.stores.settings.ofApp().scripts.trialSharePercent).toBe(10);
    await expect.poll(() => screen.queryByRole('button', { name: '试用比例恢复默认' })).toBeNull();
  });

  it('is found by its words, and gets the focus', async () => {
    const { user } = renderScreen(<SettingsScreen />);
    await user.type(await screen.findByRole('textbox', { name: '查找设置' }), 'kjsqd');
    expect(screen.getByRole('list', { name: '找到的设置' }).textContent).toBe('开机时启动提醒');
    await user.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('开机时启动');
  });

  it('that is for leads is not changed by an agent', async () => {
    const { user } = renderScreen(<SettingsScreen />, { signedIn: '小满' });
    const sections = await screen.findByRole('navigation', { name: '设置分类' });
    await user.click(within(sections).getByText('话术推荐与审批'));
    expect(screen.getByRole('switch', { name: '话术修改需主管审批' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('spinbutton', { name: '试用比例' })).toHaveProperty('disabled', false);
    expect(rowOf('scripts.scriptApprovalRequired').textContent).toContain('由主管或经理设置');
  });
});

describe('the working hours of a shop', () => {
  it('are drawn from their declaration, with the days as words', async () => {
    renderScreen(<SettingsScreen />);
    await screen.findByRole('checkbox', { name: '周六' });
    expect(rowOf('businessHours.weekdays').textContent).toContain('默认周一、周二、周三、周四、周五、周六');
    expect(rowOf('businessHours.fromMinute').textContent).toContain('默认 09:00 · 程序初始值');
    expect(rowOf('businessHours.holidays').textContent).toContain('默认无');
  });

  it('are saved with the shop', async () => {
    const { user, main } = renderScreen(<SettingsScreen />);
    await user.click(await screen.findByRole('checkbox', { name: '周六' }));
    await user.click(screen.getByRole('checkbox', { name: '周日' }));
    await user.click(screen.getByRole('button', { name: '保存' }));
    const { id } = shopNamed(main, '示例旗舰店');
    await expect
      .poll(() => main.core.stores.settings.ofShop(id).businessHours.weekdays)
      .toEqual([1, 2, 3, 4, 5, 7]);
  });

  it('have a day and an end after their beginning, or are not saved', async () => {
    const { user } = renderScreen(<SettingsScreen />, {
      prepare: (main) =>
        saveSettings(main, {
          scope: shopNamed(main, '示例旗舰店').id,
          key: 'businessHours',
          values: { weekdays: [6], holidays: ['2026-10-01'] },
        }),
    });
    expect(await screen.findByText('2026-10-01')).toBeDefined();
    await user.click(screen.getByRole('checkbox', { name: '周六' }));
    expect(screen.getByRole('alert').textContent).toBe('至少选择一天');
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
  });
});

describe('the words and bounds of a value', () => {
  it('follow its kind', () => {
    expect(sayValue({ kind: 'flag' }, true)).toBe('开启');
    expect(sayValue({ kind: 'count', unit: '字', whenOn: 300 }, null)).toBe('关闭');
    expect(sayValue({ kind: 'percent' }, 10)).toBe('10%');
    expect(sayValue({ kind: 'duration' }, DAY)).toBe('1 天');
    expect(sayValue({ kind: 'minute-of-day' }, 8 * 60 + 5)).toBe('08:05');
    const hours = { fromMinute: 22 * 60, toMinute: 8 * 60 };
    expect(sayValue({ kind: 'quiet-hours', whenOn: hours }, hours)).toBe('22:00 至 08:00');
    expect(sayValue({ kind: 'quiet-hours', whenOn: hours }, { ...hours, resumeAtMinute: 510 })).toBe(
      '22:00 至 08:00，08:30 恢复',
    );
    expect(sayValue({ kind: 'choice', labels: { warn: '提醒' } }, 'warn')).toBe('提醒');
    expect(sayValue({ kind: 'weekdays' }, [1, 7])).toBe('周一、周日');
    expect(sayValue({ kind: 'dates' }, [])).toBe('无');
    expect(sayValue({ kind: 'own' }, [1])).toBeUndefined();
  });

  it.each(DECLARATIONS)('are known for every default that a row draws: $key', ({ fields, defaults }) => {
    const unsaid = Object.entries(fields)
      .filter(([name, { input }]) => input.kind !== 'own' && sayValue(input, defaults[name]) === undefined)
      .map(([name]) => name);
    expect(unsaid).toEqual([]);
  });

  it('come from the schema', () => {
    expect(boundsOf(z.int().min(1).max(10))).toEqual({ min: 1, max: 10 });
    expect(boundsOf(z.int().min(20).nullable()).min).toBe(20);
    expect(boundsOf(z.boolean()).min).toBe(0);
  });
});
