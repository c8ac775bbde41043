import { AppError } from '../../../shared/errors.ts';
import type { CallInput, Channel, Output, Reply } from '../../../shared/ipc/contract.ts';
import type { MainSide } from './create-main-side.ts';

/** The answer of main as a page gets it, whatever was sent. */
export async function replyOf<C extends Channel>(
  { bridge }: Pick<MainSide, 'bridge'>,
  channel: C,
  input: unknown,
): Promise<Reply<C>> {
  return JSON.parse(await bridge.invoke(channel, input));
}

/** As a page asks; what main refuses is thrown. */
export async function askMain<C extends Channel>(
  main: Pick<MainSide, 'bridge'>,
  channel: C,
  input: CallInput<C>,
): Promise<Output<C>> {
  const reply = await replyOf(main, channel, input);
  if (!reply.ok) throw new AppError(reply.failure.code, reply.failure.message);
  return reply.value;
}
