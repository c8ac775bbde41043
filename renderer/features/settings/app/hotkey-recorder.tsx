import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { isComposing } from '../../../lib/keyboard.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { acceleratorKeys, acceleratorOf } from './accelerator.ts';

type HotkeyRecorderProps = {
  readonly accelerator: string;
  readonly onRecord: (accelerator: string) => void;
};

/** Shows the combination; pressed, it listens for the next one. */
export function HotkeyRecorder({ accelerator, onRecord }: HotkeyRecorderProps) {
  const [isListening, setIsListening] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isListening || isComposing(event) || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const recorded = acceleratorOf(event);
    if (recorded !== undefined) onRecord(recorded);
    if (recorded !== undefined || event.key === 'Escape') setIsListening(false);
  };
  const name = acceleratorKeys(accelerator).join(' + ');
  return (
    <Button onClick={() => setIsListening(true)} onKeyDown={onKeyDown} onBlur={() => setIsListening(false)}>
      {/* Its name is what is written on it, for eyes and screen readers alike. */}
      <span className="visually-hidden">{isListening ? '' : `组合键 ${name}，点击修改`}</span>
      {isListening
        ? '请按下新的组合键，Esc 取消'
        : acceleratorKeys(accelerator).map((key) => <Kbd key={key} keys={key} />)}
    </Button>
  );
}
