import { describe, expect, it } from 'vitest';
import { type ClipboardContents, createClipboardKeeper } from '../../../electron/palette/clipboard-keeper.ts';

type Held = { readonly text?: string; readonly html?: string; readonly picture?: string };

/** A clipboard of one program's making. */
function aClipboard(first: Held) {
  let held = first;
  let isBusy = false;
  const contentsOf = (now: Held): ClipboardContents => ({
    text: now.text ?? '',
    hasPicture: now.picture !== undefined,
    isEmpty: Object.keys(now).length === 0,
    bytes: (now.text ?? '').length * 2,
    putBack: async () => {
      held = now;
    },
  });
  const keeper = createClipboardKeeper({
    async take() {
      if (isBusy) throw new Error('held by another program');
      return contentsOf(held);
    },
    readText: async () => held.text ?? '',
    async writeText(text) {
      held = { text };
    },
    async writePicture() {
      held = { picture: 'of the script' };
    },
  });
  return {
    keeper,
    held: () => held,
    copyElsewhere(other: Held) {
      held = other;
    },
    blockReading() {
      isBusy = true;
    },
  };
}

describe('X3 the clipboard as it was before a script was copied', () => {
  it.each([
    { text: '订单号 332026' },
    { text: '表格', html: '<table></table>' },
    { picture: 'a screenshot' },
  ])('is put back whole: %j', async (before) => {
    const { keeper, held } = aClipboard(before);
    expect(keeper.canRestore()).toBe(false);
    await keeper.writeText('您好');
    expect([held(), keeper.canRestore()]).toEqual([{ text: '您好' }, true]);
    expect(await keeper.restore()).toBe(true);
    expect([held(), keeper.canRestore()]).toEqual([before, false]);
    expect(await keeper.restore()).toBe(false);
  });

  it('is what was there before the first of several copies, pictures among them', async () => {
    const { keeper, held } = aClipboard({ text: '原来的' });
    await keeper.writeText('第一条\n两行');
    await keeper.writePicture(new Uint8Array());
    await keeper.writeText('第三条');
    await keeper.restore();
    expect(held()).toEqual({ text: '原来的' });
  });

  it('knows its own text after Windows has changed the line ends', async () => {
    const { keeper, held, copyElsewhere } = aClipboard({ text: '原来的' });
    await keeper.writeText('两\n行');
    copyElsewhere({ text: '两\r\n行' });
    await keeper.writeText('下一条');
    await keeper.restore();
    expect(held()).toEqual({ text: '原来的' });
  });

  it('is what the agent copied last, not what they copied long ago', async () => {
    const { keeper, held, copyElsewhere } = aClipboard({ text: '旧的' });
    await keeper.writeText('您好');
    copyElsewhere({ text: '新的' });
    await keeper.writeText('再见');
    await keeper.restore();
    expect(held()).toEqual({ text: '新的' });
  });

  it('is what names an order, and not the script that was copied over it', async () => {
    const { keeper, copyElsewhere } = aClipboard({ text: '3320260610000000024' });
    expect(await keeper.readForeignText()).toBe('3320260610000000024');
    await keeper.writeText('您的订单 3320260610000000024\n已发货');
    copyElsewhere({ text: '您的订单 3320260610000000024\r\n已发货' });
    expect(await keeper.readForeignText()).toBe('');
    copyElsewhere({ text: '山间一壶茶' });
    expect(await keeper.readForeignText()).toBe('山间一壶茶');
  });

  it('is forgotten when the agent goes', async () => {
    const { keeper, held } = aClipboard({ text: '私事' });
    await keeper.writeText('您好');
    keeper.forget();
    expect([keeper.canRestore(), await keeper.restore(), held()]).toEqual([false, false, { text: '您好' }]);
  });

  it('is not kept where there was nothing, or more than memory should hold', async () => {
    for (const before of [{}, { text: 'x'.repeat(40 * 1024 * 1024) }]) {
      const { keeper } = aClipboard(before);
      await keeper.writeText('您好');
      expect(keeper.canRestore()).toBe(false);
    }
  });

  it('never keeps a script from being copied', async () => {
    const { keeper, held, blockReading } = aClipboard({ text: '旧的' });
    blockReading();
    await keeper.writeText('您好');
    expect([held(), keeper.canRestore()]).toEqual([{ text: '您好' }, false]);
  });
});
