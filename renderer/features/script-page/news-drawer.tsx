import { Button, Drawer } from 'antd';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import type { ScriptChangeKind } from '../../../shared/domain/scripts/script-learning/versions.ts';
import type { ScriptNews } from '../../../shared/ipc/contract/scripts/script-page-contract.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag, type Tone } from '../../ui/facts/tag.tsx';
import { ContentDiff, ContentText } from './content-diff.tsx';
import { useMarkSeen } from './mutations.ts';

const KINDS = {
  'script-created': { label: '新增', tone: 'success' },
  'script-edited': { label: '修改', tone: 'accent' },
  'script-archived': { label: '归档', tone: 'neutral' },
  'script-restored': { label: '恢复', tone: 'success' },
  undone: { label: '撤销', tone: 'neutral' },
} as const satisfies Record<ScriptChangeKind, { readonly label: string; readonly tone: Tone }>;

type RowProps = { readonly one: ScriptNews; readonly onOpenScript: (id: ScriptId) => void };

function NewsRow({ one, onOpenScript }: RowProps) {
  const nowMs = useNow(MINUTE);
  const markSeen = useMarkSeen();
  const { script, kind, agentName, atMs, count, before } = one;
  const { label, tone } = KINDS[kind];
  return (
    <li className="news" aria-label={`${label} ${script.title}`}>
      <div className="proposal-head">
        <Tag tone={tone}>{label}</Tag>
        <Button type="link" size="small" onClick={() => onOpenScript(script.id)}>
          {script.title}
        </Button>
        <span className="muted">{script.code}</span>
        <span className="muted numeric proposal-by">
          {agentName ?? '系统'} {formatMoment(atMs, nowMs)}
          {count > 1 && `，共 ${count} 次修改`}
        </span>
        <Button size="small" onClick={() => markSeen.mutate(script.id)}>
          标为已看
        </Button>
      </div>
      {before === null ? <ContentText content={script} /> : <ContentDiff before={before} after={script} />}
    </li>
  );
}

type Props = {
  readonly found: Output<'scriptNews.list'>;
  readonly onOpenScript: (id: ScriptId) => void;
  readonly onClose: () => void;
};

/** The changes by others since the agent last looked. */
export function NewsDrawer({ found: { scriptIds, news }, onOpenScript, onClose }: Props) {
  const markSeen = useMarkSeen();
  const hidden = scriptIds.length - news.length;
  const markAll = (
    <Button disabled={news.length === 0} onClick={() => markSeen.mutate(null)}>
      全部标为已看
    </Button>
  );
  return (
    <Drawer open size={720} onClose={onClose} title="话术更新" extra={markAll}>
      {news.length === 0 ? (
        <EmptyState title="没有新的更新" hint="其他客服新增、修改或归档话术后会出现在这里" />
      ) : (
        <ul className="proposals" aria-label="话术更新">
          {news.map((one) => (
            <NewsRow key={one.script.id} one={one} onOpenScript={onOpenScript} />
          ))}
        </ul>
      )}
      {hidden > 0 && <p className="muted">另有 {hidden} 条更早的更新未列出</p>}
    </Drawer>
  );
}
