import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { activityLabel } from '../../../shared/domain/activities/activity-kinds.ts';
import type { Script } from '../../../shared/domain/scripts/script.ts';
import type { ScriptVersion } from '../../../shared/domain/scripts/script-learning/versions.ts';
import type { ShownExample } from '../../../shared/ipc/contract/scripts/script-page-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { scriptExamplesQuery } from '../../lib/main-process/script-queries.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { ContentDiff, ContentText } from './content-diff.tsx';
import { useLinkExample } from './mutations.ts';
import { scriptPageQueries } from './queries.ts';
import { useScriptEditing } from './use-script-editing.ts';

type Editing = ReturnType<typeof useScriptEditing>;
type VersionProps = {
  readonly version: ScriptVersion;
  readonly previous: ScriptVersion | undefined;
  readonly isCurrent: boolean;
  readonly examples: readonly ShownExample[];
  readonly editing: Editing;
};

const NO_EXAMPLES: readonly ShownExample[] = [];

const exampleName = ({ orderNo, note }: ShownExample) => `${orderNo} ${note}`;

/** K9: the example that the change came from. */
function ExampleOfChange({ version, examples }: Pick<VersionProps, 'version' | 'examples'>) {
  const link = useLinkExample();
  const { changeId } = version;
  const linked = examples.filter((one) => changeId !== null && one.changeId === changeId);
  const free = examples.filter((one) => one.changeId === null);
  if (changeId === null || (linked.length === 0 && free.length === 0)) return null;
  return (
    <div className="version-examples">
      {linked.map((one) => (
        <span key={one.id} className="version-example">
          <span className="muted">来自案例</span> <span className="truncate">{exampleName(one)}</span>
          <Button
            size="small"
            type="text"
            aria-label={`取消关联案例 ${one.orderNo}`}
            onClick={() => link.mutate({ id: one.id, changeId: null })}
          >
            取消关联
          </Button>
        </span>
      ))}
      {free.length > 0 && (
        <Select<string>
          size="small"
          className="version-link"
          aria-label="关联案例"
          placeholder="关联案例…"
          // An action, not a setting: it always starts from its invitation.
          value={null}
          options={free.map((one) => ({ value: one.id as string, label: exampleName(one) }))}
          onChange={(value) => {
            const found = free.find(({ id }) => id === value);
            if (found) link.mutate({ id: found.id, changeId });
          }}
        />
      )}
    </div>
  );
}

function VersionHead({ version, isCurrent, editing }: Omit<VersionProps, 'previous' | 'examples'>) {
  const nowMs = useNow(MINUTE);
  const moment = version.atMs === null ? '最初' : formatMoment(version.atMs, nowMs);
  const label = version.kind === null ? '版本' : activityLabel(version.kind);
  return (
    <div className="version-head">
      <time className="numeric">{moment}</time>
      <span>{label}</span>
      <span className="muted">{version.kind === null ? null : (version.agentName ?? '系统')}</span>
      {isCurrent ? (
        <Tag>当前版本</Tag>
      ) : (
        <Button size="small" onClick={() => editing.restore(version.content, moment)}>
          {editing.isFree ? '恢复此版本' : '建议恢复此版本'}
        </Button>
      )}
    </div>
  );
}

function Version({ version, previous, examples, ...head }: VersionProps) {
  return (
    <li className="version">
      <VersionHead version={version} {...head} />
      {previous === undefined && <ContentText content={version.content} />}
      {previous && version.changed.length > 0 && (
        <ContentDiff before={previous.content} after={version.content} />
      )}
      <ExampleOfChange version={version} examples={examples} />
    </li>
  );
}

/** K9: every version that there was, with what changed, and the way back to it. */
export function HistoryTab({ script }: { readonly script: Script }) {
  const { data, error, refetch } = useQuery(scriptPageQueries.history(script.id));
  const { data: examples = NO_EXAMPLES } = useQuery(scriptExamplesQuery(script.id));
  const editing = useScriptEditing(script);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <ol className="versions" aria-label="历史版本">
      {data?.map((version, index) => (
        <Version
          key={version.changeId ?? 'first'}
          version={version}
          previous={data[index + 1]}
          isCurrent={index === 0}
          examples={examples}
          editing={editing}
        />
      ))}
    </ol>
  );
}
