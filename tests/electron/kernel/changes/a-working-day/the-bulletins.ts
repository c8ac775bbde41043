import { SECOND } from '../../../../../shared/time/durations.ts';
import { agentNamed } from '../../../../support/main-side/a-shop-floor.ts';
import type { Day } from './day.ts';
import { PINS } from './the-team.ts';

/** K8: the manager tells the team, an agent reads it, and it is changed and closed. */
export async function tellTheTeam({ main, ask, thereAndBack }: Day): Promise<void> {
  const takeSeat = async (name: '亦安' | '小满', pin: string) => {
    await ask('session.lock', undefined);
    await ask('session.signIn', { agentId: agentNamed(main, name).id, pin });
  };
  const { id } = await ask('bulletins.begin', undefined);
  const words = { topic: 'rule', title: '新规则', body: '退款一天内答复', mustReadByMs: null } as const;
  await thereAndBack(() => ask('bulletins.edit', { id, words }));
  await thereAndBack(() => ask('bulletins.publish', { id }));
  await takeSeat('小满', PINS[1]);
  await thereAndBack(() => ask('bulletins.read', { id, openMs: 6 * SECOND }));
  await takeSeat('亦安', PINS[0]);
  await thereAndBack(() => ask('bulletins.close', { id }));
}
