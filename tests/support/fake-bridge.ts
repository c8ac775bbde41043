import { AppError, toFailure } from '../../shared/errors.ts';
import { CHANNELS, type Channel, type EventName } from '../../shared/ipc/channels.ts';
import {
  type Bridge,
  contract,
  type EventPayload,
  type Input,
  type Output,
} from '../../shared/ipc/contract.ts';
import { fakeConcessionHandlers } from './fake-concession-handlers.ts';
import { fakeImportHandlers } from './fake-import-handlers.ts';
import { fakeLearningHandlers } from './fake-learning-handlers.ts';
import { fakeLibraryHandlers } from './fake-library-handlers.ts';
import { fakeOrderHandlers } from './fake-order-handlers.ts';
import { fakeScriptFileHandlers } from './fake-script-file-handlers.ts';
import { fakeScriptHandlers } from './fake-script-handlers.ts';
import { fakeReportHandlers, fakeSessionHandlers } from './fake-session-handlers.ts';
import { fakeSystemHandlers } from './fake-system-handlers.ts';
import { fakeChaseHandlers, fakeTaskHandlers } from './fake-work-handlers.ts';
import { createWorld, type FakeWorld, type WorldOptions } from './fake-world.ts';

/** A channel that answers nothing may simply not return. */
type Answer<C extends Channel> = Output<C> | (undefined extends Output<C> ? void : never);
type Handlers = { [C in Channel]: (input: Input<C>) => Answer<C> };

function handlersOf(world: FakeWorld): Handlers {
  return {
    ...fakeSessionHandlers(world),
    ...fakeSystemHandlers(),
    ...fakeTaskHandlers(world),
    ...fakeChaseHandlers(world),
    ...fakeConcessionHandlers(world),
    ...fakeOrderHandlers(world),
    ...fakeScriptHandlers(world),
    ...fakeLibraryHandlers(world),
    ...fakeLearningHandlers(world),
    ...fakeScriptFileHandlers(),
    ...fakeImportHandlers(world),
    ...fakeReportHandlers(world),
  };
}

const READS =
  /state|ofOrder|ofScript|figures|history|waiting|\.list$|queue|counts|listForOrder|preview|page$|detail|timeline|find|search|library|mine|jobs|runs|offers|context|reports|test/;

/** Main, as the page sees it, in memory: parses by the contract, answers as data, pushes what changed. */
export function createFakeBridge(options: WorldOptions = {}) {
  const world = createWorld(options);
  const handlers = handlersOf(world);
  const calls: { channel: Channel; input: unknown }[] = [];
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();

  function emit<E extends EventName>(event: E, payload: EventPayload<E>): void {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  }

  function push(channel: Channel): void {
    if (/^(app|session|agents|shops|sample|reminders)/.test(channel)) emit('app.changed', undefined);
    if (/^(tasks|chases|disputes|concessions|activities|orders|customers|imports)/.test(channel)) {
      emit('subjects.changed', { subjects: 'many' });
    }
    if (/^scripts\.(?!copy)|^script(Groups|Cases|News|Proposals)/.test(channel))
      emit('scripts.changed', undefined);
    if (channel.startsWith('imports')) emit('imports.changed', undefined);
  }

  function answer(channel: Channel, input: unknown): unknown {
    try {
      const parsed = contract[channel].input.safeParse(input);
      if (!parsed.success) throw new AppError('invalid-input', '输入不符合要求', { cause: parsed.error });
      // The contract ties schema and handler to one channel; TypeScript cannot follow that through a union.
      return { ok: true, value: handlers[channel](parsed.data as never) };
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    }
  }

  const bridge: Bridge = {
    invoke: async (channel, input) => {
      if (!CHANNELS.includes(channel)) throw new Error(`Unknown channel: ${channel}`);
      calls.push({ channel, input });
      const reply = JSON.stringify(answer(channel, input));
      if (!READS.test(channel)) queueMicrotask(() => push(channel));
      return reply;
    },
    subscribe: (event, listener) => {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener));
      return () => void all.delete(listener);
    },
    pathOfFile: (file) => (file instanceof Object && 'name' in file ? String(file.name) : ''),
  };

  return {
    bridge,
    world,
    calls,
    emit,
    /** Replaces one answer: `fake.handlers['tasks.queue'] = …`. */
    handlers,
    /** Inputs that a channel was called with, in order. */
    inputsOf: (channel: Channel) =>
      calls.filter((call) => call.channel === channel).map(({ input }) => input),
  };
}
export type FakeBridge = ReturnType<typeof createFakeBridge>;
