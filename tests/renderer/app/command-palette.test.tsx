import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { EVERY_ORDER } from '../../../shared/domain/orders/order-list.ts';
import { openWorkbench } from './render-page.tsx';

async function openPalette() {
  const page = await openWorkbench();
  await page.user.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox', { name: '查找' });
  const hits = () => screen.queryAllByRole('option').filter((option) => option.closest('.find-list'));
  return { ...page, field, texts: () => hits().map(({ textContent }) => textContent ?? '') };
}

describe('X1, B2: one search for everything (Ctrl+K)', () => {
  it('finds an order by the tail of its number and says so, with product and state', async () => {
    const { main, user, field, texts } = await openPalette();
    const newest = { ...EVERY_ORDER, sort: 'newest', offset: 0, limit: 1 } as const;
    const [order] = main.core.stores.orderList.page(newest).orders;
    await user.type(field, order?.no.slice(-6) ?? '');
    await waitFor(() => expect(texts()[0]).toMatch(/^尾号/));
    expect(texts()[0]).toContain(order?.customerNick ?? '');
    expect(texts()[0]).toContain(order?.itemTitle ?? '');
    expect(texts()[0]).toContain('待付款');
  });

  it('finds customers by the middle of a nick', async () => {
    const { user, field, texts } = await openPalette();
    await user.type(field, '一壶');
    await waitFor(() => expect(texts().some((text) => text.startsWith('客户山间一壶茶'))).toBe(true));
  });

  it('finds commands and settings, also by pinyin initials, and does them', async () => {
    const { main, user, field, texts } = await openPalette();
    await user.type(field, 'kjj');
    await waitFor(() => expect(texts().some((text) => text.startsWith('快捷键一览'))).toBe(true));
    await user.clear(field);
    await user.type(field, '导出');
    await waitFor(() => expect(texts().some((text) => text.startsWith('导出订单'))).toBe(true));
    await user.clear(field);
    await user.type(field, '锁定');
    await waitFor(() => expect(texts()[0]).toMatch(/^锁定，换人/));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.inputsOf('session.lock')).toHaveLength(1));
  });

  it('leads to a setting from another page of the settings as well', async () => {
    const { user } = await openWorkbench();
    await user.keyboard('{Control>}6{/Control}');
    await screen.findByRole('region', { name: '店铺' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: '查找' }), '字号');
    await screen.findByRole('group', { name: '设置' });
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('region', { name: '外观' })).toBeDefined();
  });

  it('H6 writes down a promise without an order, with the time that its words name', async () => {
    const { main, user, field, texts } = await openPalette();
    await user.type(field, '明天下午三点回复尺码');
    await waitFor(() => expect(texts().at(-1)).toMatch(/^回复尺码.*15:00 提醒我$/));
    await user.keyboard('{ArrowUp}{ArrowDown}{Enter}');
    await screen.findByText(/^已登记/);
    const [made] = main.inputsOf('tasks.create');
    expect(made).toMatchObject({ text: '回复尺码', subject: { kind: 'agent' } });
  });

  it('offers what was open before anything is typed', async () => {
    const { texts } = await openPalette();
    await waitFor(() => expect(texts()[0]).toMatch(/^最近.*山间一壶茶/));
  });

  it('offers the order that the clipboard names first, where a look is allowed', async () => {
    const { main, user } = await openWorkbench({ settings: { palette: { readsClipboard: true } } });
    main.computer.clipboard.hold('夏天的风呀');
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: '查找' });
    expect(await screen.findByText('剪贴板 昵称')).toBeDefined();
  });
});

describe('B14: the page of a script', () => {
  it('holds its words, and leads to its editor with Enter', async () => {
    const { main, user } = await openWorkbench();
    await user.keyboard('{Control>}i{/Control}');
    const text = await screen.findByRole('list', { name: '内容' });
    const written = main.core.stores.scripts
      .list()
      .find(({ parts }) => text.textContent?.includes(parts[0] ?? '-'));
    expect(written).toBeDefined();
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^编辑/));
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('region', { name: `编辑 ${written?.title}` })).toBeDefined();
  });
});
