import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addScript } from '../../support/main-side/a-script-library.ts';
import { agentNamed } from '../../support/main-side/a-shop-floor.ts';
import { aPng } from '../../support/records/pictures.ts';
import { NOW, openWorkbench } from '../app/render-page.tsx';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-pictures-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const search = () => screen.getByRole('combobox', { name: '搜索话术' });
const openForm = async () => within(await screen.findByRole('group', { name: '填写变量' }));

async function openScript(
  parts: string[],
  answers: Readonly<Record<string, string[]>> = {},
  options: { readonly folder?: string } = {},
) {
  const page = await openWorkbench({
    ...options,
    prepare(main) {
      addScript(main, { code: 'own7', title: '自己的', parts });
      const { id: agentId } = agentNamed(main, '小满');
      for (const [field, known] of Object.entries(answers))
        for (const [place, answer] of known.entries())
          main.core.stores.scriptAnswers.remember({ agentId, field, answer }, NOW - place);
    },
  });
  await page.user.keyboard('{Control>}e{/Control}');
  await page.user.type(search(), 'own7');
  await waitFor(() => expect(screen.getByRole('listbox', { name: '话术' }).childElementCount).toBe(1));
  return page;
}

describe('X3 what a script asks', () => {
  it('is asked once for all its messages, before the first one', async () => {
    const { main, user } = await openScript(['您选的是{尺码:S|M|L}', '刻字{刻字}，{尺码}已备注']);
    await user.keyboard('{Enter}');
    const form = await openForm();
    await user.click(form.getByRole('radio', { name: 'M' }));
    await user.type(form.getByRole('textbox', { name: '刻字' }), '平安{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe('您选的是M'));
    expect(screen.queryByRole('group', { name: '填写变量' })).toBeNull();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe('刻字平安，M已备注'));
  });

  it('asks for whatever it is called, also what every object inherits (F15)', async () => {
    const { main, user } = await openScript(['刻字{constructor}']);
    await user.keyboard('{Enter}');
    const form = await openForm();
    await user.type(form.getByRole('textbox', { name: 'constructor' }), '平安{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe('刻字平安'));
  });

  it('offers what was answered before, until the agent does not want it', async () => {
    const { main, user } = await openScript(['刻字{刻字}'], { 刻字: ['平安', '喜乐'] });
    await user.keyboard('{Enter}');
    const form = await openForm();
    const offered = within(form.getByRole('group', { name: '上次填写的刻字' }));
    await user.click(offered.getByRole('button', { name: '喜乐' }));
    expect(form.getByRole('textbox', { name: '刻字' })).toHaveProperty('value', '喜乐');
    await user.click(offered.getByRole('button', { name: '不再提示「平安」' }));
    expect(offered.queryByRole('button', { name: '平安' })).toBeNull();
    expect(main.inputsOf('scripts.forgetAnswer')).toEqual([{ field: '刻字', answer: '平安' }]);
    await user.click(form.getByRole('button', { name: '填好并复制' }));
    await waitFor(() => expect(main.computer.clipboard.text()).toBe('刻字喜乐'));
  });

  it('takes a long list of choices from a list', async () => {
    const { user } = await openScript(['{款式:一|二|三|四|五|六}']);
    await user.keyboard('{Enter}');
    const form = await openForm();
    expect(form.getByRole('combobox', { name: '款式' })).toBeDefined();
    expect(form.queryByRole('radio')).toBeNull();
  });
});

describe('R8 messages one after the other', () => {
  it('shows how far it has come, and starts again when asked to', async () => {
    const { main, user } = await openScript(['一', '二', '三']);
    expect(screen.queryByRole('button', { name: '从头复制' })).toBeNull();
    await user.keyboard('{Enter}');
    expect((await screen.findAllByText(/已复制 1\/3/)).length).toBeGreaterThan(0);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe('二'));
    await user.click(await screen.findByRole('button', { name: '从头复制' }));
    await user.click(search());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe('一'));
  });

  it('shows a picture in its place, and says when it is missing', async () => {
    const { main, user } = await openScript(['看图{图片:a.png}{图片:b.png}'], {}, { folder });
    expect(screen.getByText('没有图片「a.png」')).toBeDefined();
    const bytes = aPng({ width: 2, height: 2 });
    const actor = { agentId: agentNamed(main, '小满').id, nowMs: NOW };
    const { id } = main.core.scripts.pictures.add({ name: 'a.png', bytes }, actor);
    main.emit('scripts.changed', undefined);
    const picture = await screen.findByRole('img', { name: '图片 a.png' });
    expect(picture.getAttribute('src')).toBe(`/pictures/${id}`);
    await user.keyboard('{Enter}');
    await screen.findAllByText(/已复制 1\/3/);
    await user.keyboard('{Enter}');
    expect(await screen.findByText('已复制图片 2/3')).toBeDefined();
    expect(main.computer.clipboard.picture()).toEqual(bytes);
  });

  it('says that there is nothing to send now', async () => {
    await openScript(['{如果 夜间}已下班{结束}']);
    expect(screen.getByText('当前没有要发的内容')).toBeDefined();
  });
});
