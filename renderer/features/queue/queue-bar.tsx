import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef, Popover, Tag } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { QUEUE_TABS, type QueueTab } from '../../../shared/domain/tasks/queue-place.ts';
import { taskKindLabel } from '../../../shared/domain/tasks/task.ts';
import { QUEUE_TAB_LABELS } from '../../../shared/ipc/contract/task-contract.ts';
import { isComposing, isEnter } from '../../lib/keyboard.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { type FilterProps, QueueFilters } from './queue-filters.tsx';
import { QUEUE_SORT_LABELS, type QueueView } from './queue-view.ts';

type BarProps = FilterProps & {
  /** Enter or ↓ in the filter: on to the rows. */
  readonly onLeave: () => void;
};

/** These are there also with nothing in them; the others come with their first matter. */
const LASTING: ReadonlySet<QueueTab> = new Set(['todo', 'later']);

function Tabs({ view, counts, onView }: BarProps) {
  const isShown = (tab: QueueTab) =>
    LASTING.has(tab) || tab === view.bucket || (counts?.byTab[tab].count ?? 0) > 0;
  return (
    <fieldset className="queue-tabs">
      <legend className="visually-hidden">队列分类</legend>
      {QUEUE_TABS.filter(isShown).map((tab) => (
        <button
          key={tab}
          type="button"
          className="queue-tab"
          aria-pressed={view.bucket === tab}
          onClick={() => onView({ ...view, bucket: tab })}
        >
          {QUEUE_TAB_LABELS[tab]}
          <span className="queue-tab-count numeric">
            {counts?.byTab[tab].count.toLocaleString('zh-CN') ?? ''}
          </span>
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
      placeholder="客户、订单号、商品"
      prefix={<SearchOutlined aria-hidden="true" />}
      suffix={<Kbd keys={SHORTCUTS.filter.label} />}
      value={view.text}
      maxLength={100}
      onChange={(event) => onView({ ...view, text: event.target.value })}
      onKeyDown={handleKey}
    />
  );
}

type Chip = { readonly label: string; readonly without: Partial<QueueView> };

/** The words for each choice that is not the usual one. */
function useChips({ kind, shopId, owner, sort }: QueueView): readonly Chip[] {
  const { shops, agents, currentAgentId } = useAppState();
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? '—';
  const ownerLabels = new Map([
    [currentAgentId as string | null, '我的'],
    ['unowned', '未分配'],
  ]);
  const chips: readonly (Chip | null)[] = [
    kind && { label: taskKindLabel(kind), without: { kind: null } },
    shopId && { label: nameIn(shops, shopId), without: { shopId: null } },
    owner && { label: ownerLabels.get(owner) ?? nameIn(agents, owner), without: { owner: null } },
    sort === 'urgency' ? null : { label: QUEUE_SORT_LABELS[sort], without: { sort: 'urgency' } },
  ];
  return chips.filter((chip) => chip !== null);
}

/** Each choice that narrows the queue is in sight, and goes with one click. */
function Chips({ view, onView }: BarProps) {
  const chips = useChips(view);
  if (chips.length === 0) return null;
  return (
    <div className="queue-chips">
      {chips.map(({ label, without }) => (
        <Tag
          key={label}
          closable={{ 'aria-label': `取消 ${label}` }}
          onClose={(event) => {
            event.preventDefault();
            onView({ ...view, ...without });
          }}
        >
          {label}
        </Tag>
      ))}
    </div>
  );
}

export function QueueBar(props: BarProps) {
  return (
    <div className="queue-bar">
      <Tabs {...props} />
      <div className="queue-find">
        <TextFilter {...props} />
        <Popover trigger="click" placement="bottomRight" content={<QueueFilters {...props} />}>
          <Button icon={<FilterOutlined aria-hidden="true" />} aria-label="筛选与排序" title="筛选与排序" />
        </Popover>
      </div>
      <Chips {...props} />
    </div>
  );
}
