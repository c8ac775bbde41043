import type { Script } from '../../../../shared/domain/scripts/script.ts';
import { usersOf } from './parts/script-text.ts';

/** More than these are counted rather than named. */
const NAMED = 5;

type Props = { readonly script: Script; readonly scripts: readonly Script[] };

/** An agent who edits a fragment edits all these. */
export function UsedBy({ script, scripts }: Props) {
  const users = usersOf(scripts, script.code);
  if (users.length === 0) return null;
  const named = users.slice(0, NAMED).map(({ title }) => `「${title}」`);
  return (
    <p className="library-used-by">
      作为片段用在 {users.length} 条话术中：{named.join('')}
      {users.length > NAMED && '等'}，修改后一并生效
    </p>
  );
}
