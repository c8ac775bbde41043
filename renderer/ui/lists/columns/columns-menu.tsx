import { HolderOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import type { KeyboardEvent } from 'react';
import { movedBy } from '../../../lib/moved.ts';
import { useDragOrder } from '../use-drag-order.ts';
import type { ListColumn } from './list-columns.tsx';
import type { Columns } from './use-columns.ts';

const STEP_PX = 16;

type Column = Omit<ListColumn<never>, 'sorts' | 'cell'>;
type Props = { readonly columns: Columns<Column> };

/** How wide the column is at this moment, also where it takes what is left. */
function widthNow(key: string): number {
  return document.querySelector<HTMLElement>(`.list-column-head[data-column="${key}"]`)?.offsetWidth ?? 0;
}

function Choices({ columns }: Props) {
  const { all, ticked, drawn } = columns;
  const keys = all.map(({ key }) => key);
  const isTicked = new Set(ticked.map(({ key }) => key));
  const leftOut = ticked.filter((column) => !drawn.includes(column));
  const dragOf = useDragOrder(keys, columns.order);
  function tick(key: string): void {
    const next = keys.filter((one) => (one === key) !== isTicked.has(one));
    // The last one stays.
    if (next.length > 0) columns.show(next);
  }
  function move(event: KeyboardEvent, { key }: Column): void {
    if (!event.altKey) return;
    const step = { ArrowUp: -1, ArrowDown: 1 } as const;
    const wider = { ArrowLeft: -STEP_PX, ArrowRight: STEP_PX } as const;
    if (event.key in step) columns.order(movedBy(keys, key, step[event.key as keyof typeof step]));
    else if (event.key in wider) columns.widen(key, widthNow(key) + wider[event.key as keyof typeof wider]);
    else return;
    event.preventDefault();
  }
  return (
    <div className="list-columns">
      <ul aria-label="显示的列">
        {all.map((column) => (
          <li key={column.key} {...dragOf(column.key)}>
            <Checkbox
              checked={isTicked.has(column.key)}
              onChange={() => tick(column.key)}
              onKeyDown={(event) => move(event, column)}
            >
              {column.title}
            </Checkbox>
            <HolderOutlined aria-hidden="true" className="list-columns-grip" />
          </li>
        ))}
      </ul>
      <p role="status">
        {leftOut.length > 0 && `放不下：${leftOut.map(({ title }) => title).join('、')}。窗口拉宽后显示`}
      </p>
      <p className="muted">拖动换位置，表头边线调宽；键盘 Alt+↑↓ 换位置，Alt+←→ 调宽</p>
      <Button size="small" disabled={columns.isAsMade} onClick={columns.reset}>
        恢复默认
      </Button>
    </div>
  );
}

/** Which columns a list shows, in what order and how wide. */
export function ColumnsMenu({ columns }: Props) {
  return (
    <Popover trigger="click" placement="bottomRight" content={<Choices columns={columns} />}>
      <Button icon={<SettingOutlined aria-hidden="true" />} aria-label="选择列" title="选择列" />
    </Popover>
  );
}
