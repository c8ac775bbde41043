import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { isComposing, isEnter } from '../../lib/keyboard.ts';
import { type Shortcut, useShortcut } from '../../lib/shortcuts.ts';

type SearchFieldProps = {
  readonly label: string;
  readonly placeholder: string;
  /** Brings the focus here. */
  readonly shortcut: Shortcut;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Enter or ↓: on to what was found. */
  readonly onEnterList: () => void;
  readonly className?: string;
  /** A search of words is short; one that takes a paste is not. */
  readonly mostChars?: number;
};

/** Narrows the list below it with every letter. */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, shortcut, text, onText, onEnterList, className, mostChars = 100 } = props;
  const field = useRef<InputRef>(null);
  useShortcut(shortcut, () => field.current?.focus({ cursor: 'all' }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isEnter(event) && (event.key !== 'ArrowDown' || isComposing(event))) return;
    event.preventDefault();
    onEnterList();
  };
  return (
    <Input
      ref={field}
      {...(className === undefined ? {} : { className })}
      allowClear
      autoFocus
      aria-label={label}
      placeholder={placeholder}
      maxLength={mostChars}
      prefix={<SearchOutlined aria-hidden="true" />}
      value={text}
      onKeyDown={onKeyDown}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
