import { expect } from '../../support/app.ts';
import { sentInChat } from '../../support/hands.ts';
import { clipboardText, fillClipboard } from '../../support/main-process.ts';
import { bucket, openCustomer, queueList, queueRow } from '../../support/workbench.ts';
import type { Job } from '../job.ts';
import { callByHotkey, emptied, isBackInChat, seesCopied, sendOn } from '../moves.ts';
import { atDock, atWorkbench, type Stage, unpaid } from '../stage.ts';

async function atScripts(stage: Stage, nick: string): Promise<void> {
  await atWorkbench(stage, nick);
  await stage.window.keyboard.press('Control+E');
  await emptied(stage);
}

export const CHASING: readonly Job[] = [
  {
    row: '1a',
    name: 'due order → filled script on the clipboard, from the queue',
    before: '2 K',
    target: { keys: 2 },
    async prepare(stage) {
      await atWorkbench(stage, unpaid(9).nick);
      await emptied(stage);
    },
    async play(stage, hands) {
      await hands.press(stage.window, 'Enter', 'Enter');
      await seesCopied(stage, unpaid(9).nick);
    },
  },
  {
    row: '1a',
    name: 'the same, already in the scripts',
    before: '1 K',
    target: { keys: 1 },
    prepare: (stage) => atScripts(stage, unpaid(10).nick),
    async play(stage, hands) {
      await hands.press(stage.window, 'Enter');
      await seesCopied(stage, unpaid(10).nick);
    },
  },
  {
    row: '1a',
    name: 'the same in the chat, the order’s number copied there',
    before: '2 K',
    target: { keys: 2 },
    async prepare(stage) {
      await atWorkbench(stage, unpaid(0).nick);
      await fillClipboard(stage.app, unpaid(2).no);
    },
    async play(stage, hands) {
      const palette = await callByHotkey(stage, hands);
      await expect(palette.getByRole('group', { name: '剪贴板中的订单' })).toContainText(unpaid(2).nick);
      await hands.press(palette, 'Enter');
      await seesCopied(stage, unpaid(2).nick);
    },
  },
  {
    row: '1b',
    name: 'the same to the end: both parts sent to the customer whose chat is open, and recorded',
    before: '17 K, 6 switches',
    target: { keys: 8, switches: 2 },
    async prepare(stage) {
      await atDock(stage, unpaid(3).nick);
      await emptied(stage);
    },
    async play(stage, hands) {
      const { app, window, chat } = stage;
      await hands.press(window, 'Enter');
      await seesCopied(stage, unpaid(3).nick);
      const part = await clipboardText(app);
      await sendOn(stage, hands);
      await hands.hotkey('ctrl+shift+space');
      await expect.poll(() => clipboardText(app)).not.toBe(part);
      const other = await clipboardText(app);
      await sendOn(stage, hands);
      await hands.press(window, 'Control+Enter');
      await expect(openCustomer(window)).not.toContainText(unpaid(3).nick);
      expect((await sentInChat(chat)).slice(-2)).toEqual([part, other]);
    },
  },
  {
    row: '1b',
    name: 'the same, all parts as one',
    before: '17 K, 6 switches',
    target: { keys: 8, switches: 2 },
    async prepare(stage) {
      await atDock(stage, unpaid(4).nick);
      await emptied(stage);
    },
    async play(stage, hands) {
      const { app, window, chat } = stage;
      await hands.press(window, 'Control+Shift+Enter');
      await seesCopied(stage, unpaid(4).nick);
      const whole = await clipboardText(app);
      await sendOn(stage, hands);
      await hands.press(window, 'Control+Enter');
      await expect(openCustomer(window)).not.toContainText(unpaid(4).nick);
      expect((await sentInChat(chat)).at(-1)).toBe(whole);
    },
  },
  {
    row: '1b',
    name: 'the same with the customer looked for in the chat by nick, all parts as one, recorded over the chat',
    before: '17 K, 6 switches',
    target: { keys: 10, switches: 2 },
    prepare: (stage) => atWorkbench(stage, unpaid(5).nick),
    async play(stage, hands) {
      const { app, window, chat } = stage;
      const { nick } = unpaid(5);
      await hands.press(window, 'Control+Shift+C');
      await seesCopied(stage, nick);
      await hands.press(chat, 'Control+F', 'Control+V', 'Enter');
      await expect(chat).toHaveTitle(nick);
      const palette = await callByHotkey(stage, hands);
      await hands.press(palette, 'Control+Shift+Enter');
      await expect.poll(() => clipboardText(app)).toContain('\n');
      await isBackInChat(stage, hands, palette);
      await sendOn(stage, hands);
      await callByHotkey(stage, hands);
      await hands.press(palette, 'Control+Enter');
      await isBackInChat(stage, hands, palette);
      await expect(window.getByText('已记录：首次催付')).toBeVisible();
      expect((await sentInChat(chat)).at(-1)).toContain(nick);
    },
  },
  {
    row: '2',
    name: 'why it is unpaid, and the agreed time',
    before: '3 K + n + 5',
    target: { keys: 3, typed: 4 },
    prepare: (stage) => atWorkbench(stage, unpaid(6).nick),
    async play({ window }, hands) {
      await hands.press(window, 'F2', '2');
      await hands.type(window, '1130');
      await hands.press(window, 'Enter');
      await expect(queueRow(window, unpaid(6).nick)).toHaveCount(0);
      await expect(bucket(window, '约定')).toContainText('1');
    },
  },
  {
    row: '7',
    name: 'undo a wrong outcome',
    before: '1 K',
    target: { keys: 1 },
    async prepare(stage) {
      const { nick } = unpaid(7);
      await atScripts(stage, nick);
      await stage.window.keyboard.press('Enter');
      await seesCopied(stage, nick);
      await stage.window.keyboard.press('Control+Enter');
      await expect(queueRow(stage.window, nick)).toHaveCount(0);
    },
    async play({ window }, hands) {
      await hands.press(window, 'Control+Z');
      await expect(queueRow(window, unpaid(7).nick)).toHaveCount(1);
    },
  },
  {
    row: '14',
    name: 'snooze by 45 minutes',
    before: '2 K + 2',
    target: { keys: 2, typed: 2 },
    prepare: (stage) => atWorkbench(stage, unpaid(8).nick),
    async play({ window }, hands) {
      await hands.press(window, 'F3');
      await hands.type(window, '45');
      await hands.press(window, 'Enter');
      await expect(queueRow(window, unpaid(8).nick)).toHaveCount(0);
    },
  },
  {
    row: '15',
    name: 'snooze everything that is in the queue',
    before: '10 ×',
    target: { keys: 3, typed: 2 },
    prepare: (stage) => atWorkbench(stage, unpaid(0).nick),
    async play({ window }, hands) {
      await hands.press(window, 'Control+A', 'F3');
      await hands.type(window, '45');
      await hands.press(window, 'Enter');
      await expect(queueList(window)).toHaveCount(0);
    },
    async restore({ window }) {
      await window.keyboard.press('Control+Z');
      await expect(queueRow(window, unpaid(0).nick)).toHaveCount(1);
    },
  },
];
