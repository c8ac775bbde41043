import type { Script } from '../../../../shared/domain/scripts/script.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';

// Outside of the component, where the name of the field would be taken for a hook.
const countText = ({ useCount }: Script) => useCount.toLocaleString('zh-CN');

export function UseFacts({ script }: { readonly script: Script }) {
  const nowMs = useNow(MINUTE);
  const { lastUsedAtMs, updatedAtMs } = script;
  const lastUse = lastUsedAtMs === null ? '' : `，最近 ${formatMoment(lastUsedAtMs, nowMs)}`;
  return (
    <p className="muted numeric">
      使用 {countText(script)} 次{lastUse} · 修改于 {formatMoment(updatedAtMs, nowMs)}
    </p>
  );
}
