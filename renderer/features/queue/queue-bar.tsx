import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef, Select } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { TASK_KINDS, taskKindLabel } from '../../../shared/domain/tasks/task.ts';
import {
  QUEUE_BUCKET_LABELS,
  QUEUE_BUCKETS,
  type QueueCounts,
} from '../../../shared/ipc/contract/task-contract.ts';
import { isComposing, isEnter } from '../../lib/keyboard.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { QUEUE_SORT_LABELS, QUEUE_SORTS, type QueueView } from './queue-view.ts';

type BarProps = {
  readonly view: QueueView;
  readonly counts: QueueCounts | undefined;
  readonly onView: (view: QueueView) => void;
  /** Enter or ↓ in the filter: on to the rows. */
  readonly onLeave: () => void;
};

function Buckets({ view, counts, onView }: BarProps) {
  return (
    <fieldset className="queue-buckets">
      <legend className="visually-hidden">时间范围</legend>
      {QUEUE_BUCKETS.map((bucket) => (
        <button
          key={bucket}
          type="button"
          className="queue-bucket"
          aria-pressed={view.bucket === bucket}
          onClick={() => onView({ ...view, bucket })}
        >
          {QUEUE_BUCKET_LABELS[bucket]}
          <span className="queue-bucket-count numeric">{counts?.byBucket[bucket] ?? ''}</span>
        </button>
      ))}
    </fieldset>
  );
}

function TextFilter({ view, onView, onLeave }: BarProps) {
  const input = useRef<InputRef>(null);
  useShortcut(SHORTCUTS.filter, () => input.current?.focus({ cursor: 'all' }));
  function handleKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'Escape') onView({ ...view, text: '' });
    if (event.key !== 'Escape' && event.key !== 'ArrowDown' && !isEnter(event)) return;
    event.preventDefault();
    onLeave();
  }
  return (
    <Input
      ref={input}
      aria-label="筛选队列"
      placeholder="客户、订单号"
      prefix={<SearchOutlined aria-hidden="true" />}
      suffix={<Kbd keys={SHORTCUTS.filter.label} />}
      value={view.text}
      maxLength={100}
      onChange={(event) => onView({ ...view, text: event.target.value })}
      onKeyDown={handleKey}
    />
  );
}

const ANY = 'any';

function OwnerFilter({ view, onView }: BarProps) {
  const { agents, currentAgentId } = useAppState();
  const others = agents.filter(({ id, isArchived }) => !isArchived && id !== currentAgentId);
  const options = [
    { value: ANY, label: '全部客服' },
    ...(currentAgentId === null ? [] : [{ value: currentAgentId, label: '我的' }]),
    { value: 'unowned', label: '未分配' },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Select
      aria-label="客服"
      labelRender={({ value, label }) => (value === ANY ? '客服' : label)}
      value={view.owner ?? ANY}
      options={options}
      popupMatchSelectWidth={false}
      onChange={(value: string) => {
        const agent = agents.find(({ id }) => id === value);
        onView({ ...view, owner: value === 'unowned' ? 'unowned' : (agent?.id ?? null) });
      }}
    />
  );
}

function KindFilter({ view, counts, onView }: BarProps) {
  const options = [
    { value: ANY, label: '全部类型' },
    ...TASK_KINDS.map((kind) => ({
      value: kind,
      label: `${taskKindLabel(kind)} ${counts?.byKind[kind] ?? ''}`,
    })),
  ];
  return (
    <Select
      aria-label="类型"
      labelRender={({ value, label }) => (value === ANY ? '类型' : label)}
      value={view.kind ?? ANY}
      options={options}
      popupMatchSelectWidth={false}
      onChange={(value: string) =>
        onView({ ...view, kind: TASK_KINDS.find((kind) => kind === value) ?? null })
      }
    />
  );
}

function ShopFilter({ view, onView }: BarProps) {
  const { shops } = useAppState();
  if (shops.length < 2) return null;
  const options = [
    { value: ANY, label: '全部店铺' },
    ...shops.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Select
      aria-label="店铺"
      labelRender={({ value, label }) => (value === ANY ? '店铺' : label)}
      value={view.shopId ?? ANY}
      options={options}
      popupMatchSelectWidth={false}
      onChange={(value: string) =>
        onView({ ...view, shopId: shops.find(({ id }) => id === value)?.id ?? null })
      }
    />
  );
}

export function QueueBar(props: BarProps) {
  const { view, onView } = props;
  return (
    <div className="queue-bar">
      <Buckets {...props} />
      <div className="queue-filters">
        <TextFilter {...props} />
        <Select
          className="queue-sort"
          aria-label="排序"
          value={view.sort}
          options={QUEUE_SORTS.map((sort) => ({ value: sort, label: QUEUE_SORT_LABELS[sort] }))}
          onChange={(sort) => onView({ ...view, sort })}
        />
      </div>
      <div className="queue-filters">
        <KindFilter {...props} />
        <ShopFilter {...props} />
        <OwnerFilter {...props} />
      </div>
    </div>
  );
}
