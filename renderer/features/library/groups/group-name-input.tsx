import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { isComposing, isEnter } from '../../../lib/keyboard.ts';

type GroupNameInputProps = {
  readonly label: string;
  readonly initial: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
};

/** A name typed in place: Enter keeps it, Esc does not. */
export function GroupNameInput({ label, initial, onSave, onCancel }: GroupNameInputProps) {
  const [name, setName] = useState(initial);
  const trimmed = name.trim();
  const finish = () => (trimmed === '' || trimmed === initial ? onCancel() : onSave(trimmed));
  const onKeyDown = (event: KeyboardEvent) => {
    if (isEnter(event)) finish();
    if (event.key === 'Escape' && !isComposing(event)) onCancel();
  };
  return (
    <Input
      size="small"
      autoFocus
      aria-label={label}
      placeholder="回车保存"
      maxLength={20}
      value={name}
      onFocus={(event) => event.target.select()}
      onKeyDown={onKeyDown}
      onBlur={onCancel}
      onChange={(event) => setName(event.target.value)}
    />
  );
}
