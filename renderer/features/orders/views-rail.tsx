import { MoreOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, type MenuProps } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { COUNTED_BESIDE_VIEW } from '../../../shared/domain/orders/order-list.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { movedBy } from '../../lib/moved.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { useNow } from '../../lib/time/now.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { useFeedback } from '../../ui/feedback.tsx';
import { useDragOrder } from '../../ui/lists/use-drag-order.ts';
import { FIXED_VIEWS, filterOf, isSameView, type OrderView, type OwnView } from './order-views.ts';
import { orderListQueries } from './queries.ts';
import { ViewName } from './view-name.tsx';

const MOST_OWN = 20;
const countText = (count: number | undefined) =>
  count === undefined ? '' : count >= COUNTED_BESIDE_VIEW ? '999+' : String(count);

function useCounts(views: readonly OwnView[]): readonly number[] {
  const [shopId] = useChosenShop();
  const nowMs = useNow(DAY);
  const filters = views.map(({ view }) => filterOf(view, { text: '', shopId, nowMs }));
  const { data = [] } = useQuery(orderListQueries.counts(filters));
  return data;
}

type ViewProps = {
  readonly name: string;
  readonly count: number | undefined;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
};

function View({ name, count, isOpen, onOpen, onKeyDown }: ViewProps) {
  return (
    <button
      type="button"
      className="orders-view"
      aria-current={isOpen || undefined}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      <span className="truncate" title={name}>
        {name}
      </span>
      <span className="numeric muted">{countText(count)}</span>
    </button>
  );
}

type OwnProps = ViewProps & {
  readonly onName: (name: string) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
  /** The way to drag it. */
  readonly drag: ReturnType<ReturnType<typeof useDragOrder>>;
};

const ACTS = [
  ['rename', '重命名', 'F2'],
  ['up', '上移', 'Alt+↑'],
  ['down', '下移', 'Alt+↓'],
  ['remove', '删除', 'Delete'],
] as const satisfies readonly (readonly [string, ReactNode, string])[];
type Act = (typeof ACTS)[number][0];

function actOf({ key, altKey }: KeyboardEvent): Act | undefined {
  if (altKey) return ({ ArrowUp: 'up', ArrowDown: 'down' } as const)[key];
  return ({ F2: 'rename', Delete: 'remove' } as const)[key];
}

function OwnViewRow({ onName, onMove, onRemove, drag, ...view }: OwnProps) {
  const [isNaming, setIsNaming] = useState(false);
  function act(what: Act): void {
    if (what === 'rename') setIsNaming(true);
    else if (what === 'remove') onRemove();
    else onMove(what === 'up' ? -1 : 1);
  }
  function press(event: KeyboardEvent): void {
    const what = actOf(event);
    if (what === undefined) return;
    event.preventDefault();
    // The panel of the open order has keys of the same names.
    event.stopPropagation();
    act(what);
  }
  const menu: MenuProps = {
    items: ACTS.map(([key, label, keys]) => ({
      key,
      label: (
        <>
          {label} <Kbd keys={keys} />
        </>
      ),
    })),
    // The items are the acts.
    onClick: ({ key }) => act(key as Act),
  };
  if (isNaming) {
    return (
      <li>
        <ViewName
          initial={view.name}
          onLeave={() => setIsNaming(false)}
          onName={(name) => {
            setIsNaming(false);
            onName(name);
          }}
        />
      </li>
    );
  }
  return (
    <li {...drag}>
      <Dropdown trigger={['contextMenu']} menu={menu}>
        <span className="orders-view-own">
          <View {...view} onKeyDown={press} />
        </span>
      </Dropdown>
      <Dropdown trigger={['click']} menu={menu}>
        <Button
          type="text"
          size="small"
          className="orders-view-more"
          icon={<MoreOutlined aria-hidden="true" />}
          aria-label={`视图 ${view.name} 的操作`}
        />
      </Dropdown>
    </li>
  );
}

type Props = {
  readonly view: OrderView;
  readonly own: readonly OwnView[];
  readonly onView: (view: OrderView) => void;
  readonly onOwn: (change: (own: readonly OwnView[]) => OwnView[]) => void;
};

/** The views of orders that the agent comes back to, each with how many there are. */
export function ViewsRail({ view, own, onView, onOwn }: Props) {
  const feedback = useFeedback();
  const [isSaving, setIsSaving] = useState(false);
  const counts = useCounts([...FIXED_VIEWS, ...own]);
  const isNew = ![...FIXED_VIEWS, ...own].some((one) => isSameView(one.view, view));
  const ids = own.map(({ id }) => id);
  const inOrder = (order: readonly string[]) =>
    onOwn((now) => order.flatMap((id) => now.find((one) => one.id === id) ?? []));
  const dragOf = useDragOrder(ids, inOrder);
  const lineOf = (one: OwnView, index: number): ViewProps => ({
    name: one.name,
    count: counts[index],
    isOpen: isSameView(one.view, view),
    onOpen: () => onView(one.view),
  });

  function remove(gone: OwnView): void {
    const index = own.indexOf(gone);
    onOwn((now) => now.filter(({ id }) => id !== gone.id));
    feedback.done(`已删除视图 ${gone.name}`, {
      undo: async () => onOwn((now) => now.toSpliced(index, 0, gone)),
    });
  }
  function save(name: string): void {
    setIsSaving(false);
    onOwn((now) => [...now, { id: `own-${crypto.randomUUID()}`, name, view }]);
  }
  return (
    <nav className="orders-views" aria-label="视图">
      <ul>
        {FIXED_VIEWS.map((one, index) => (
          <li key={one.id}>
            <View {...lineOf(one, index)} />
          </li>
        ))}
        {own.map((one, index) => (
          <OwnViewRow
            key={one.id}
            {...lineOf(one, FIXED_VIEWS.length + index)}
            drag={dragOf(one.id)}
            onName={(name) =>
              onOwn((now) => now.map((other) => (other.id === one.id ? { ...other, name } : other)))
            }
            onMove={(step) => inOrder(movedBy(ids, one.id, step))}
            onRemove={() => remove(one)}
          />
        ))}
      </ul>
      {isSaving && <ViewName onName={save} onLeave={() => setIsSaving(false)} />}
      {!isSaving && isNew && own.length < MOST_OWN && (
        <Button size="small" onClick={() => setIsSaving(true)}>
          存为视图
        </Button>
      )}
    </nav>
  );
}
