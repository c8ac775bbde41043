import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, describe, expect, it } from 'vitest';
import type { EventName } from '../../../shared/ipc/wire.ts';
import { CHANNELS } from '../../support/channels.ts';
import { createExportFolder, exportGrid, toCsv } from '../../support/export-files.ts';
import { scriptCoded } from '../../support/main-side/a-script-library.ts';
import { anUnpaidOrder, orderOf, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { exportedRow } from '../../support/main-side/import-orders.ts';
import { NOW, openWorkbench } from './render-page.tsx';

const folder = createExportFolder();
afterAll(folder.remove);

type Ask = { readonly channel: string; readonly input: unknown };

/** Everything that the page asks main while `work` goes on. */
async function asksDuring(main: MainSide, work: () => Promise<void>): Promise<readonly Ask[]> {
  const askedOf = () => CHANNELS.map((channel) => main.inputsOf(channel));
  const count = () => askedOf().map(({ length }) => length);
  const before = count();
  await work();
  // Nothing more comes: whatever was begun has been answered, and what followed from that as well.
  for (let seen = ''; seen !== count().join(); await waitFor(() => {})) seen = count().join();
  return askedOf().flatMap((inputs, at) =>
    inputs.slice(before[at]).map((input) => ({ channel: CHANNELS[at] ?? '', input })),
  );
}

/** How often each channel was asked. */
function countsOf(asks: readonly Ask[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { channel } of asks) counts[channel] = (counts[channel] ?? 0) + 1;
  return counts;
}

/** The same question, asked again. */
function repeatedIn(asks: readonly Ask[]): readonly string[] {
  const said = asks.map(({ channel, input }) => `${channel} ${JSON.stringify(input)}`);
  return said.filter((ask, at) => said.indexOf(ask) < at);
}

/** How often main has pushed the fact since then. */
function countEvents(main: MainSide, event: EventName, payload: unknown): () => number {
  let count = 0;
  main.bridge.subscribe(event, (pushed) => {
    if (JSON.stringify(pushed) === JSON.stringify(payload)) count += 1;
  });
  return () => count;
}

/** Main has reminded of every task that is due, and has nothing to push beside the action. */
const openReminded = () => openWorkbench({ prepare: (main) => main.ordersChanged() });

type Opened = Awaited<ReturnType<typeof openWorkbench>>;
type Act = {
  readonly name: string;
  readonly act: (page: Opened) => Promise<unknown>;
  /** How often each channel is asked; the subject that comes next is asked for as well. */
  readonly asks: Readonly<Record<string, number>>;
};

const QUEUE = { 'tasks.queue': 1, 'tasks.counts': 1 };
const SAME_ORDER = {
  'orders.detail': 1,
  'subjects.timeline': 1,
  'concessions.ofOrder': 1,
  'scripts.search': 1,
};
/** The order of the task that is done, and the one that the agent goes on to. */
const NEXT_ORDER = {
  'orders.detail': 2,
  'subjects.timeline': 2,
  'concessions.ofOrder': 2,
  'scripts.search': 2,
  'palette.follow': 2,
};

const panel = () => within(screen.getByRole('region', { name: '订单' }));

const ACTS: readonly Act[] = [
  {
    name: 'done',
    async act({ user }) {
      // Nothing was copied: the agent is asked, and says that the message was typed.
      await user.keyboard('{Control>}{Enter}{/Control}');
      await screen.findByText('还没有为该订单复制话术');
      await user.keyboard('{Enter}');
      await screen.findByText(/^已记录/);
    },
    asks: { ...QUEUE, ...NEXT_ORDER, 'tasks.complete': 2 },
  },
  {
    name: 'snooze',
    async act({ user }) {
      await user.keyboard('{F3}');
      await user.type(await screen.findByLabelText('延后到，指定时间'), '20:30');
      await user.click(screen.getByRole('button', { name: '延后到 20:30' }));
      await screen.findByText(/^已延后/);
    },
    asks: { ...QUEUE, ...NEXT_ORDER, 'tasks.snooze': 1 },
  },
  {
    name: 'hand over',
    async act({ user }) {
      await user.keyboard('{F4}');
      await user.type(await screen.findByLabelText('转交说明'), '{Enter}');
      await screen.findByText(/^已转交/);
    },
    // Many subjects at once are told of as many, whatever their kind.
    asks: { ...QUEUE, ...NEXT_ORDER, 'tasks.handOver': 1, 'handovers.waiting': 1 },
  },
  {
    name: 'note',
    async act({ user }) {
      await user.keyboard('{F6}');
      await user.type(await screen.findByLabelText('备注内容'), '要白色{Enter}');
      await panel().findByText('要白色');
    },
    asks: { ...QUEUE, ...SAME_ORDER, 'subjects.addNote': 1 },
  },
  {
    name: 'task by hand',
    async act({ user }) {
      await user.keyboard('{Control>}n{/Control}');
      await user.type(await screen.findByLabelText('待办内容'), '到货后通知客户');
      await user.type(screen.getByLabelText('提醒时间，指定时间'), '20:30');
      await user.click(screen.getByRole('button', { name: /20:30 提醒/ }));
      await panel().findByText('到货后通知客户');
    },
    asks: { ...QUEUE, ...SAME_ORDER, 'tasks.create': 1 },
  },
  {
    name: 'copy of a script',
    async act({ user }) {
      await user.keyboard('{Enter}{Enter}');
      await screen.findByText(/^已复制/);
    },
    asks: { ...QUEUE, ...SAME_ORDER, 'scripts.copy': 1 },
  },
];

describe('an action asks main once for what it has changed', () => {
  it.each(ACTS)('after a $name', async ({ act, asks }) => {
    const page = await openReminded();
    page.list.focus();
    const asked = await asksDuring(page.main, async () => void (await act(page)));
    expect(repeatedIn(asked)).toEqual([]);
    expect(countsOf(asked)).toEqual(asks);
  });

  it('after an undo, for the order that comes back', async () => {
    const { main, user, list } = await openReminded();
    list.focus();
    await user.keyboard('{F6}');
    await user.type(await screen.findByLabelText('备注内容'), '要白色{Enter}');
    await panel().findByText('要白色');
    const asked = await asksDuring(main, async () => {
      await user.keyboard('{Control>}z{/Control}');
      await screen.findByText(/^已撤销/);
    });
    expect(countsOf(asked)).toEqual({ ...QUEUE, ...SAME_ORDER, 'activities.undo': 1 });
  });

  it('after an example was made of the open order, and after its undo', async () => {
    const { main, user } = await openReminded();
    await user.click(panel().getByRole('button', { name: '全部记录' }));
    await screen.findByText('加为案例…');
    const orderId = orderOf(main, '山间一壶茶').id;
    const { id: scriptId } = scriptCoded(main, 'wh01');
    // The panel asks for all facts of the order alone together.
    const SHOWN = { 'scriptExamples.ofOrder': 1, 'subjects.timeline': 1, 'concessions.ofOrder': 1 };
    const note = '客户说太催';
    let reply = '';
    const asked = await asksDuring(main, async () => {
      reply = await main.bridge.invoke('scriptExamples.add', { orderId, scriptId, note });
    });
    expect(countsOf(asked)).toEqual({ 'scriptExamples.add': 1, ...SHOWN });

    const { activityId } = JSON.parse(reply).value;
    const askedByUndo = await asksDuring(main, async () => {
      await main.bridge.invoke('activities.undo', { activityId });
    });
    expect(countsOf(askedByUndo)).toEqual({ 'activities.undo': 1, ...SHOWN });
  });

  it('nothing of what is told of the open order alone after a change of another', async () => {
    const { main } = await openReminded();
    const other = orderOf(main, '夏天的风呀').id;
    const asked = await asksDuring(main, async () => {
      main.emit('subjects.changed', { subjects: [{ kind: 'order', id: other }] });
      await Promise.resolve();
    });
    // The panel shows the customer's other orders as well.
    expect(countsOf(asked)).toEqual({ ...QUEUE, 'orders.detail': 1, 'scripts.search': 1 });
  });
});

describe('a change in another window', () => {
  /** The library is open; what the palette does is told to both windows. */
  async function openLibrary() {
    const page = await openReminded();
    await page.user.keyboard('{Control>}4{/Control}');
    await screen.findByText('没有选中的话术');
    return { main: page.main, scriptId: scriptCoded(page.main, 'wh01').id };
  }

  it('of a star is asked for once, and the library itself is not', async () => {
    const { main, scriptId } = await openLibrary();
    const asked = await asksDuring(main, async () => {
      await main.bridge.invoke('scripts.setFavourite', { ids: [scriptId], isFavourite: true });
    });
    expect(countsOf(asked)).toEqual({ 'scripts.setFavourite': 1, 'scripts.mine': 1 });
  });

  it('by a copy changes what was used last', async () => {
    const { main, scriptId } = await openLibrary();
    const occasion = { orderId: null, taskId: null };
    const answers = { 店铺: '示例旗舰店' };
    const asked = await asksDuring(main, async () => {
      await main.bridge.invoke('scripts.copy', { scriptId, message: 0, occasion, answers });
    });
    expect(countsOf(asked)).toEqual({ 'scripts.copy': 1, 'scripts.mine': 1 });
  });
});

describe('a change of something large asks main once for each thing that main tells of it', () => {
  async function openSettings({ user }: Opened, section: string): Promise<void> {
    await user.keyboard('{Control>}6{/Control}');
    const sections = await screen.findByRole('navigation', { name: '设置分类' });
    await user.click(within(sections).getByText(section));
  }

  /** The header shows these; the tasks follow later. */
  const SETTINGS = { 'app.state': 1, 'scriptProposals.waiting': 1 };

  it('for the settings of this PC, which no task follows', async () => {
    const page = await openReminded();
    await openSettings(page, '提醒');
    const flag = await screen.findByRole('switch', { name: '提示音' });
    const asked = await asksDuring(page.main, async () => {
      await page.user.click(flag);
      await waitFor(() => expect(flag.getAttribute('aria-checked')).toBe('false'));
    });
    expect(countsOf(asked)).toEqual({ 'settings.save': 1, ...SETTINGS });
  });

  it('for the settings of a shop and the tasks that follow them, and the same for the undo', async () => {
    const page = await openReminded();
    await openSettings(page, '店铺');
    const most = await screen.findByRole('spinbutton', { name: '每单 24 小时内最多' });
    const { inputsOf } = page.main;
    fireEvent.change(most, { target: { value: '2' } });
    await waitFor(() =>
      expect(inputsOf('chases.preview').at(-1)).toMatchObject({ settings: { maxPer24h: 2 } }),
    );
    const asked = await asksDuring(page.main, async () => {
      await page.user.click(screen.getByRole('button', { name: '保存' }));
      await screen.findByText(/^已保存/);
    });
    expect(countsOf(asked)).toEqual({ 'settings.save': 1, ...SETTINGS, 'tasks.counts': 1 });

    // In a field the key is for the text once the message has gone, which it may have on a busy machine.
    most.blur();
    const askedByUndo = await asksDuring(page.main, async () => {
      await page.user.keyboard('{Control>}z{/Control}');
      await screen.findByText(/^已撤销/);
    });
    expect(countsOf(askedByUndo)).toEqual({ 'activities.undo': 1, ...SETTINGS, 'tasks.counts': 1 });
  });

  it('for an import: its progress as main tells it, then the list of imports and what is to be done', async () => {
    const { main, user } = await openReminded();
    const rows = [exportedRow(anUnpaidOrder(300, NOW))];
    const path = folder.write(`\uFEFF${toCsv(exportGrid('ERA_D', rows))}`, 'ExportOrderList.csv');
    await user.keyboard('{Control>}3{/Control}');
    const shopId = shopNamed(main, '示例旗舰店').id;
    await main.handlers['imports.preview']({ paths: [path], shopId, commitsWhenClear: false });
    const commit = await screen.findByRole('button', { name: /^导入 1 行/ });
    const states = countEvents(main, 'imports.changed', { list: 'jobs' });
    const asked = await asksDuring(main, async () => {
      await user.click(commit);
      await screen.findByRole('button', { name: /^开始催付/ });
    });
    expect(countsOf(asked)).toEqual({
      'imports.commit': 1,
      'imports.jobs': states(),
      'imports.runs': 1,
      'tasks.counts': 1,
    });
  });
});
