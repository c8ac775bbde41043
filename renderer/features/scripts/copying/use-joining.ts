import type { ScriptHit } from '../../../../shared/ipc/contract/scripts/script-contract.ts';
import { useShop } from '../../../lib/main-process/app-state.ts';
import type { Copying } from './use-copying.ts';

/** Several messages that are text alone can be pasted as one. */
export const isJoinable = ({ messages }: ScriptHit): boolean =>
  messages.length > 1 && messages.every(({ kind }) => kind === 'text');

/** Whether the shop has several messages copied as one text: always, on demand, or never. */
export function useJoining(copying: Copying, [first]: readonly ScriptHit[]) {
  const joining = useShop(first?.shopId ?? null)?.settings.copying.joining ?? 'offered';
  const isOffered = joining !== 'never';
  return {
    isOffered,
    copy(hit: ScriptHit | undefined): void {
      if (!hit) return;
      if (joining === 'always' && isJoinable(hit)) copying.copyWhole(hit);
      else copying.copy(hit);
    },
    copyWhole(hit: ScriptHit | undefined): void {
      if (hit && isOffered && isJoinable(hit)) copying.copyWhole(hit);
    },
  };
}
