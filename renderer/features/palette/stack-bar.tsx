import { CloseOutlined } from '@ant-design/icons';
import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react';
import { isComposing } from '../../lib/keyboard.ts';
import type { Stack } from './use-stack.ts';

type Props = {
  readonly stack: Stack;
  /** Back to the search field. */
  readonly onLeave: () => void;
};

/**
 * The scripts that Enter will copy as one text. Tab leads here; arrows choose, with Shift they move, Delete takes out.
 */
export function StackBar({ stack, onLeave }: Props) {
  const { items } = stack;
  const [cursor, setCursor] = useState(0);
  const listId = useId();
  const active = Math.min(cursor, items.length - 1);
  if (items.length === 0) return null;

  function step(by: number, isMove: boolean): void {
    const next = Math.max(0, Math.min(active + by, items.length - 1));
    if (isMove) stack.move(active, by);
    setCursor(next);
  }

  function remove(index: number): void {
    stack.remove(index);
    if (items.length === 1) onLeave();
  }

  function click({ target }: MouseEvent): void {
    if (!(target instanceof Element)) return;
    const item = target.closest('[data-item]')?.getAttribute('data-item');
    if (item === null || item === undefined) return;
    if (target.closest('[data-remove]')) remove(Number(item));
    else setCursor(Number(item));
  }

  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowLeft: ({ shiftKey }) => step(-1, shiftKey),
    ArrowRight: ({ shiftKey }) => step(1, shiftKey),
    Delete: () => remove(active),
    Backspace: () => remove(active),
    Enter: ({ repeat }) => (repeat ? undefined : stack.copy()),
    Escape: onLeave,
  };

  function handleKey(event: KeyboardEvent): void {
    const run = keys[event.key];
    if (!run || isComposing(event) || event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    run(event);
  }

  return (
    <div className="palette-stack">
      <span className="palette-stack-label">叠加 {items.length} 条</span>
      <div
        className="palette-stack-items"
        role="listbox"
        aria-label="叠加的话术"
        aria-orientation="horizontal"
        aria-activedescendant={`${listId}-${active}`}
        tabIndex={0}
        onClick={click}
        onKeyDown={handleKey}
      >
        {items.map(({ id, title }, index) => (
          <div
            key={id}
            id={`${listId}-${index}`}
            className="palette-stack-item"
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            title={title}
            data-item={index}
          >
            <span className="numeric">{index + 1}</span>
            <span className="truncate">{title}</span>
            <span className="palette-stack-remove" title="移出" data-remove>
              <CloseOutlined aria-hidden="true" />
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
