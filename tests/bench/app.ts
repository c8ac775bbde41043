import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onPrivateDesktop } from '../../scripts/desktop/on-desktop.ts';
import { buildAppIfStale } from '../../scripts/lib/build-app.ts';
import { findRuntime } from '../../scripts/runtime/find-runtime.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { ask } from '../e2e/support/bridge.ts';
import { makeExport } from './data/make-export.ts';
import { copyOfStore, storeWith } from './data/make-store.ts';
import { prepareImport, timeCalls, workThroughDay } from './support/day.ts';
import { type Figure, shownOnly, times, toFigure, within } from './support/figures.ts';
import {
  emptyWindowMb,
  type Machine,
  measureStart,
  memoryMb,
  openProgram,
  type Session,
} from './support/launch.ts';
import { spreadOf } from './support/measure.ts';
import { memoryFigures, REST_MS } from './support/memory/memory-figures.ts';
import { watchStalls } from './support/stalls.ts';

type Options = {
  readonly orders: number;
  readonly scripts: number;
  readonly starts: number;
  readonly importRows: number;
  readonly opened: number;
};

type Bench = Options & { readonly machine: Machine; readonly databasePath: string };

const EMPTY = 'empty Electron window';
const QUEUE = { bucket: 'all', shopId: null, kind: null, owner: null, text: '' } as const;

async function measureStarts({ starts, orders, machine, databasePath }: Bench): Promise<Figure[]> {
  const [signInMs, readyMs, emptyMs]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < starts; round++) {
    emptyMs.push((await measureStart({ kind: 'empty' }, machine)).readyMs);
    const started = await measureStart({ kind: 'app', folder: dirname(databasePath) }, machine);
    readyMs.push(started.readyMs);
    signInMs.push(started.signInMs ?? started.readyMs);
  }
  const common = { unit: 'ms', rows: orders, against: EMPTY, reference: spreadOf(emptyMs) } as const;
  return [
    toFigure({
      ...common,
      id: 'start',
      what: 'start to a usable queue',
      subject: spreadOf(readyMs),
      budget: times(1.5),
    }),
    toFigure({
      ...common,
      id: 'start-sign-in',
      what: 'start to the sign-in screen',
      subject: spreadOf(signInMs),
      budget: shownOnly,
    }),
  ];
}

async function measureCalls({ window }: Session, orders: number): Promise<Figure[]> {
  const { rows } = await ask(window, 'tasks.queue', { ...QUEUE, sort: 'urgency', offset: 0, limit: 200 });
  const orderIds = rows.flatMap(({ task }) => (task.subject.kind === 'order' ? [task.subject.id] : []));
  const again = <T>(inputs: readonly T[]): T[] => Array.from({ length: 3 }, () => inputs).flat();
  const none = again(orderIds.map(() => undefined));
  const emptyMs = await timeCalls(window, { channel: 'imports.jobs', inputs: none });
  const pages = again(
    orderIds.map((_, index) => ({
      ...QUEUE,
      sort: 'urgency' as const,
      offset: 50 * (index % 10),
      limit: 100,
    })),
  );
  const details = again(orderIds.map((orderId: OrderId) => ({ orderId })));
  const lines = details.map(({ orderId }) => ({ subject: asSubject('order', orderId), limit: 100 }));
  const typed = again(
    Array.from('330000000123456789', (_, at, text = '330000000123456789') => ({
      text: text.slice(0, at + 1),
    })),
  );
  const occasion = { orderId: null, taskId: null, reason: null };
  const palette = again(
    Array.from('fukuanb123', (_, at, text = 'fukuanb123') => ({
      text: text.slice(0, at + 1),
      occasion,
      limit: 50,
    })),
  );
  await timeCalls(window, { channel: 'scripts.search', inputs: palette.slice(0, 1) });
  const measured = [
    [
      'ipc-queue',
      'queue page over IPC',
      within(10),
      await timeCalls(window, { channel: 'tasks.queue', inputs: pages }),
    ],
    [
      'ipc-counts',
      'queue counts over IPC',
      within(10),
      await timeCalls(window, { channel: 'tasks.counts', inputs: again(orderIds.map(() => QUEUE)) }),
    ],
    [
      'ipc-panel',
      'order panel and customer card over IPC',
      within(10),
      await timeCalls(window, { channel: 'orders.detail', inputs: details }),
    ],
    [
      'ipc-timeline',
      'timeline over IPC',
      within(10),
      await timeCalls(window, { channel: 'subjects.timeline', inputs: lines }),
    ],
    [
      'ipc-find',
      'search box over IPC, per keystroke',
      within(30),
      await timeCalls(window, { channel: 'orders.find', inputs: typed }),
    ],
    [
      'ipc-palette',
      'script palette over IPC, per keystroke',
      within(16),
      await timeCalls(window, { channel: 'scripts.search', inputs: palette }),
    ],
  ] as const;
  const common = {
    unit: 'ms',
    rows: orders,
    against: 'a call that does nothing',
    reference: spreadOf(emptyMs),
  } as const;
  return measured.map(([id, what, budget, spentMs]) =>
    toFigure({ ...common, id, what, budget, subject: spreadOf(spentMs) }),
  );
}

async function measureStalls(session: Session, importRows: number): Promise<Figure[]> {
  const commit = await prepareImport(session.window, makeExport(importRows).gb18030);
  const idle = await watchStalls(session, () => delay(5000));
  const busy = await watchStalls(session, commit);
  const common = { unit: 'ms', rows: importRows, against: 'the same timer without an import' } as const;
  const figure = (id: string, what: string, where: 'main' | 'page') => [
    toFigure({
      ...common,
      id,
      what,
      subject: spreadOf(busy[where]),
      reference: spreadOf(idle[where]),
      budget: within(50, 'p99'),
    }),
    toFigure({
      ...common,
      id: `${id}-longest`,
      what: `${what}: the longest`,
      subject: spreadOf([Math.max(0, ...busy[where])]),
      reference: spreadOf([Math.max(0, ...idle[where])]),
      budget: shownOnly,
    }),
  ];
  return [
    ...figure('stall-main', 'stall of the main thread during an import', 'main'),
    ...figure('stall-page', 'stall of the page during an import', 'page'),
  ];
}

async function measureMemory(session: Session, { machine, orders, opened }: Bench): Promise<Figure[]> {
  await workThroughDay(session.window, opened);
  const busyMb = await memoryMb(session);
  await delay(REST_MS);
  const restMb = await memoryMb(session);
  await session.close();
  const emptyMb = await emptyWindowMb(machine);
  return memoryFigures({ id: 'memory', what: 'a large import', rows: orders, emptyMb, restMb, busyMb });
}

/** Everything that only the real program on a real desktop can tell. */
export async function benchApp(options: Options): Promise<Figure[]> {
  await buildAppIfStale();
  const runtime = await findRuntime(console.error);
  const databasePath = copyOfStore(storeWith(options), 'app');
  return onPrivateDesktop(async (desktop) => {
    const bench: Bench = { ...options, machine: { runtime, desktop }, databasePath };
    const figures = await measureStarts(bench);
    const session = await openProgram({ kind: 'app', folder: dirname(databasePath) }, bench.machine);
    figures.push(...(await measureCalls(session, options.orders)));
    figures.push(...(await measureStalls(session, options.importRows)));
    figures.push(...(await measureMemory(session, bench)));
    return figures;
  });
}
