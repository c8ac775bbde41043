import { expect } from '../../support/app.ts';
import { clipboardText } from '../../support/main-process.ts';
import { openCustomer, queueList, queueRow } from '../../support/workbench.ts';
import type { Job } from '../job.ts';
import { atWorkbench, COLLEAGUE, PARCEL, unpaid } from '../stage.ts';

type Found = Pick<Job, 'row' | 'name' | 'before'> & { readonly said: string; readonly nick: string };

/** Asked by a customer while another order is open. */
const findJob = ({ said, nick, ...job }: Found): Job => ({
  ...job,
  target: { keys: 2, typed: said.length },
  prepare: (stage) => atWorkbench(stage, unpaid(0).nick),
  async play({ window }, hands) {
    await hands.press(window, 'Control+K');
    await hands.type(window, said);
    await expect(window.getByRole('listbox', { name: '查找结果' }).getByRole('option').first()).toContainText(
      nick,
    );
    await hands.press(window, 'Enter');
    await expect(openCustomer(window)).toContainText(nick);
  },
});

export const FINDING: readonly Job[] = [
  findJob({
    row: '3a',
    name: 'find an order by the end of its number',
    before: 'impossible',
    said: unpaid(9).no.slice(-6),
    nick: unpaid(9).nick,
  }),
  findJob({
    row: '3b',
    name: 'by the middle of a nick',
    before: 'impossible',
    said: '猪小姐',
    nick: unpaid(3).nick,
  }),
  findJob({
    row: '3c',
    name: 'by the end of a phone number',
    before: 'impossible',
    said: unpaid(10).phone.slice(-4),
    nick: unpaid(10).nick,
  }),
  findJob({
    row: '4',
    name: 'by the end of a parcel’s number',
    before: 'impossible',
    said: PARCEL.parcel.slice(-6),
    nick: PARCEL.nick,
  }),
  {
    row: '5',
    name: 'switch to another shop, on every screen',
    before: '2 C on each screen',
    target: { keys: 2 },
    prepare: (stage) => atWorkbench(stage, unpaid(0).nick),
    async play({ window }, hands) {
      await hands.press(window, 'Control+J', '2');
      await expect(queueList(window)).toHaveCount(0);
    },
    async restore({ window }) {
      await window.keyboard.press('Control+J');
      await window.keyboard.press('0');
      await expect(queueRow(window, unpaid(0).nick)).toHaveCount(1);
    },
  },
  {
    row: '6',
    name: 'hand an order to a colleague',
    before: '3 K',
    target: { keys: 3 },
    prepare: (stage) => atWorkbench(stage, unpaid(11).nick),
    async play({ window }, hands) {
      await hands.press(window, 'F4', 'Tab', 'Enter');
      await expect(window.getByText(/^已转交/)).toBeVisible();
    },
  },
  {
    row: '16',
    name: 'copy the number of the order',
    before: '1 C on an icon, no key',
    target: { keys: 1 },
    prepare: (stage) => atWorkbench(stage, unpaid(9).nick),
    async play({ app, window }, hands) {
      await hands.press(window, 'Control+Shift+D');
      await expect.poll(() => clipboardText(app)).toBe(unpaid(9).no);
    },
  },
  {
    row: '16',
    name: 'the same with the mouse',
    before: '1 C on an icon',
    target: { clicks: 1 },
    prepare: (stage) => atWorkbench(stage, unpaid(10).nick),
    async play({ app, window }, hands) {
      await hands.click(window.getByRole('button', { name: unpaid(10).no }));
      await expect.poll(() => clipboardText(app)).toBe(unpaid(10).no);
    },
  },
];

/** The last one of a shift: somebody else works from here on. */
export const SWITCH_AGENT: Job = {
  row: '13',
  name: 'switch to a colleague with a PIN',
  before: '3 K + 4',
  target: { keys: 1, typed: 4 },
  remark:
    'Everybody’s PIN is their own and may be of any length, so ↓ says who, and Enter that it is complete.',
  prepare: (stage) => atWorkbench(stage, unpaid(0).nick),
  async play({ window }, hands) {
    await hands.press(window, 'Control+L', 'ArrowDown');
    await hands.type(window, COLLEAGUE.pin);
    await hands.press(window, 'Enter');
    await expect(window.getByRole('navigation', { name: '主导航' })).toBeVisible();
    await expect(window.getByText(COLLEAGUE.name).first()).toBeVisible();
  },
};
