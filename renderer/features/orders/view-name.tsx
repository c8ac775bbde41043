import { Input } from 'antd';
import { useState } from 'react';
import { isComposing } from '../../lib/keyboard.ts';

type Props = {
  readonly initial?: string;
  readonly onName: (name: string) => void;
  readonly onLeave: () => void;
};

/** Enter keeps the name, Esc and a click elsewhere leave it as it was. */
export function ViewName({ initial = '', onName, onLeave }: Props) {
  const [name, setName] = useState(initial);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onName(name.trim());
      }}
    >
      <Input
        autoFocus
        size="small"
        aria-label="视图名称"
        placeholder="名称，Enter 保存"
        maxLength={12}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event)) return;
          event.stopPropagation();
          onLeave();
        }}
      />
    </form>
  );
}
