import { AppError, type Failure } from '../../../shared/errors.ts';
import type {
  Bridge,
  CallInput,
  Channel,
  EventPayload,
  Output,
  Reply,
} from '../../../shared/ipc/contract.ts';
import type { EventName } from '../../../shared/ipc/wire.ts';

declare global {
  // An interface, because only interfaces merge into the browser's own Window.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Window {
    readonly xiaoer: Bridge;
  }
}

/** Asks the main process. Rejects with an `AppError` whose code the screen acts on. */
export async function call<C extends Channel>(channel: C, input: CallInput<C>): Promise<Output<C>> {
  // The main process validates every reply's input and is the only writer of this shape.
  const reply = JSON.parse(await window.xiaoer.invoke(channel, input)) as Reply<C>;
  if (reply.ok) return reply.value;
  const failure: Failure = reply.failure;
  throw new AppError(failure.code, failure.message);
}

/** Listens to a fact that the main process pushes; the returned function ends it. */
export function subscribe<E extends EventName>(
  event: E,
  listener: (payload: EventPayload<E>) => void,
): () => void {
  return window.xiaoer.subscribe(event, (payload) => listener(payload as EventPayload<E>));
}

/** The path on this PC of a file that was dropped onto the window. */
export function pathOfFile(file: File): string {
  return window.xiaoer.pathOfFile(file);
}
