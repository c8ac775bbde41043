import { expect } from '../../support/app.ts';
import { ask } from '../../support/bridge.ts';
import { clipboardText } from '../../support/main-process.ts';
import { callPalette, expectPaletteHidden } from '../../support/palette.ts';
import type { Job } from '../job.ts';
import { callByHotkey, emptied, seesCopied } from '../moves.ts';
import { atWorkbench, type Stage, unpaid } from '../stage.ts';

const SENTENCE = '您放心，杯盖是食品级硅胶，热水下锅煮都没有味道的';

/** Put behind the first message of the recommended script. */
const ADDED = '辛苦啦';

/** A colleague's good sentence is marked in the chat. */
async function markInChat({ chat }: Stage, sentence: string): Promise<void> {
  await chat.bringToFront();
  await chat.getByRole('textbox', { name: '回复' }).fill(sentence);
  await chat.keyboard.press('Control+A');
}

async function isKept({ window }: Stage, sentence: string): Promise<void> {
  const found = async () => {
    const occasion = { orderId: null, taskId: null };
    const hits = await ask(window, 'scripts.search', { text: sentence.slice(0, 12), occasion, limit: 10 });
    return hits.map(({ script }) => script.parts[0] ?? '');
  };
  await expect.poll(found).toContainEqual(expect.stringContaining(sentence));
}

export const WORDS: readonly Job[] = [
  {
    row: '8',
    name: 'a sentence in the chat → a script of ours',
    before: '11 K + 1 C + 12',
    target: { keys: 4 },
    async prepare(stage) {
      await atWorkbench(stage, unpaid(0).nick);
      await markInChat(stage, SENTENCE);
    },
    async play(stage, hands) {
      hands.isLedTo(stage.chat);
      await hands.press(stage.chat, 'Control+C');
      await expect.poll(() => clipboardText(stage.app)).toBe(SENTENCE);
      const palette = await callByHotkey(stage, hands);
      await hands.press(palette, 'Control+N');
      await expect(palette.getByRole('form', { name: '存为话术' })).toContainText(SENTENCE);
      await hands.press(palette, 'Enter');
      await isKept(stage, SENTENCE);
    },
    async restore({ app }) {
      // It shows what was kept, for another Enter.
      const palette = await callPalette(app, async () => {});
      await palette.keyboard.press('Escape');
      await palette.keyboard.press('Escape');
      await expectPaletteHidden(app, palette);
    },
  },
  {
    row: '9',
    name: 'change the words of a script from now on',
    before: '22 K',
    target: { keys: 3, typed: ADDED.length },
    async prepare(stage) {
      await atWorkbench(stage, unpaid(2).nick);
    },
    async play(stage, hands) {
      const { window } = stage;
      await hands.press(window, 'Control+U');
      await expect(
        window
          .getByRole('form', { name: /^改文字/ })
          .getByRole('textbox')
          .first(),
      ).toBeFocused();
      await hands.type(window, ADDED);
      await hands.press(window, 'Control+Enter');
      await expect(window.getByText(/以后都这样说$/)).toBeVisible();
    },
  },
  {
    row: '10',
    name: 'find and copy a script by pinyin initials',
    before: '2 K + 6',
    target: { keys: 2, typed: 6 },
    async prepare(stage) {
      await atWorkbench(stage, unpaid(0).nick);
      await emptied(stage);
    },
    async play(stage, hands) {
      const { window } = stage;
      await hands.press(window, 'Control+E');
      await hands.type(window, 'hdshdz');
      await hands.press(window, 'Enter');
      await seesCopied(stage, '核对一下收货信息');
    },
  },
  {
    row: '17',
    name: 'copy the recommended script with the mouse',
    before: '2 C',
    target: { clicks: 1 },
    remark: 'Another script takes a click more, which opens it.',
    async prepare(stage) {
      await atWorkbench(stage, unpaid(1).nick);
      await emptied(stage);
    },
    async play(stage, hands) {
      const { window } = stage;
      const cards = window.getByRole('listbox', { name: '话术' }).getByRole('option');
      await hands.click(cards.first().getByRole('listitem').first());
      await seesCopied(stage, unpaid(1).nick);
    },
  },
];
