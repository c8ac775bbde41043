import { AppError, toFailure } from '../../shared/errors.ts';
import {
  type Channel,
  contract,
  type Input,
  type Output,
  type Reply,
  type RescueChannel,
} from '../../shared/ipc/contract.ts';
import { isTrustedSender, type Sender } from './trusted-sender.ts';

type HandlersOf<A extends Channel> = {
  readonly [C in A]: (input: Input<C>) => Output<C> | Promise<Output<C>>;
};

/** One function per channel; a missing one does not compile. */
export type Handlers = HandlersOf<Exclude<Channel, RescueChannel>>;
/** The same, while the store cannot be opened. */
export type RescueHandlers = HandlersOf<RescueChannel>;

type Dependencies = {
  readonly handlers: Handlers | RescueHandlers;
  readonly pageOrigin: string;
  /** Refuses a channel that is not for the agent who is signed in, or for a page at which no agent is. */
  readonly admit: (channel: Channel) => void;
  /** Runs the handler, and again while an import holds the store. */
  readonly whenFree: <T>(work: () => T | Promise<T>) => Promise<T>;
  /** Turns what disk or store have refused into a sentence, and leaves every other error as it is. */
  readonly explain: (error: unknown) => unknown;
  /** Gets the unexpected errors; the page only learns that there was one. */
  readonly reportBug: (what: string, error: unknown) => void;
};

/** Answers one call of a page; never rejects. */
export type AnswerCall = (channel: unknown, sender: Sender, input: unknown) => Promise<Reply<Channel>>;

const isChannel = (name: unknown): name is Channel =>
  typeof name === 'string' && Object.hasOwn(contract, name);

/** Turns the contract into answers: checks the sender and whether it may, validates, wraps failures as data. */
export function createAnswerCall(dependencies: Dependencies): AnswerCall {
  const { handlers, pageOrigin, admit, whenFree, explain, reportBug } = dependencies;

  async function answer<C extends Channel>(channel: C, input: unknown): Promise<Output<C>> {
    const parsed = contract[channel].input.safeParse(input);
    if (!parsed.success) throw new AppError('invalid-input', '输入不符合要求', { cause: parsed.error });
    // The contract ties schema and handler to one channel; TypeScript cannot follow that through a union.
    const handler = (handlers as Partial<HandlersOf<Channel>>)[channel];
    if (!handler) throw new AppError('conflict', '现在不能使用这项功能');
    return whenFree(() => handler(parsed.data as Input<C>));
  }

  return async (channel, sender, input) => {
    try {
      if (!isTrustedSender(sender, pageOrigin)) throw new AppError('invalid-input', '请求来自未知窗口');
      if (!isChannel(channel)) throw new AppError('invalid-input', '没有这项功能');
      admit(channel);
      return { ok: true, value: await answer(channel, input) };
    } catch (error) {
      if (!(error instanceof AppError)) reportBug(String(channel), error);
      return { ok: false, failure: toFailure(explain(error)) };
    }
  };
}
