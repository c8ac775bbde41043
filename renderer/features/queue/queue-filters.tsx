import { Select } from 'antd';
import type { ReactNode } from 'react';
import { QUEUE_SORTS } from '../../../shared/domain/tasks/queue-place.ts';
import { TASK_KINDS, taskKindLabel } from '../../../shared/domain/tasks/task.ts';
import type { QueueCounts } from '../../../shared/ipc/contract/task-contract.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { QUEUE_SORT_LABELS, type QueueView } from './queue-view.ts';

export type FilterProps = {
  readonly view: QueueView;
  readonly counts: QueueCounts | undefined;
  readonly onView: (view: QueueView) => void;
};

const ANY = 'any';

type Option = { readonly value: string; readonly label: string };
type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
};

function Choice({ label, value, options, onChoose }: ChoiceProps): ReactNode {
  return (
    <label className="queue-choice">
      <span className="muted">{label}</span>
      <Select
        aria-label={label}
        value={value}
        options={[...options]}
        popupMatchSelectWidth={false}
        onChange={onChoose}
      />
    </label>
  );
}

/** Choices that an agent makes seldom: the order, and which kinds, shops and agents. */
export function QueueFilters({ view, counts, onView }: FilterProps) {
  const { agents, shops, currentAgentId } = useAppState();
  const others = agents.filter(({ id, isArchived }) => !isArchived && id !== currentAgentId);
  // A kind without a task is no choice, unless it was chosen before.
  const kinds = TASK_KINDS.filter((kind) => kind === view.kind || (counts?.byKind[kind] ?? 0) > 0);
  return (
    <div className="queue-choices">
      <Choice
        label="排序"
        value={view.sort}
        options={QUEUE_SORTS.map((sort) => ({ value: sort, label: QUEUE_SORT_LABELS[sort] }))}
        onChoose={(value) =>
          onView({ ...view, sort: QUEUE_SORTS.find((sort) => sort === value) ?? 'urgency' })
        }
      />
      <Choice
        label="类型"
        value={view.kind ?? ANY}
        options={[
          { value: ANY, label: '全部类型' },
          ...kinds.map((kind) => ({
            value: kind,
            label: `${taskKindLabel(kind)} ${counts?.byKind[kind].toLocaleString('zh-CN') ?? ''}`,
          })),
        ]}
        onChoose={(value) => onView({ ...view, kind: TASK_KINDS.find((kind) => kind === value) ?? null })}
      />
      {shops.length > 1 && (
        <Choice
          label="店铺"
          value={view.shopId ?? ANY}
          options={[
            { value: ANY, label: '全部店铺' },
            ...shops.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChoose={(value) => onView({ ...view, shopId: shops.find(({ id }) => id === value)?.id ?? null })}
        />
      )}
      <Choice
        label="客服"
        value={view.owner ?? ANY}
        options={[
          { value: ANY, label: '全部客服' },
          ...(currentAgentId === null ? [] : [{ value: currentAgentId, label: '我的' }]),
          { value: 'unowned', label: '未分配' },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(value) =>
          onView({
            ...view,
            owner: value === 'unowned' ? 'unowned' : (agents.find(({ id }) => id === value)?.id ?? null),
          })
        }
      />
    </div>
  );
}
