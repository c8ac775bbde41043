import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isComposing } from '../../../lib/keyboard.ts';
import { keysLabel, keysOfPress, whyNot } from '../../../lib/keys/key-names.ts';
import { type Shortcut, takenBy } from '../../../lib/shortcuts.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';

type Props = {
  readonly shortcut: Shortcut;
  /** The keys that bring up the palette over every program; `null`: none. */
  readonly paletteKeys: string | null;
  readonly onKeys: (keys: string) => void;
};

/** Why these keys cannot be had; `null`: they are free. */
function refusalOf(keys: string, { shortcut, paletteKeys }: Props): string | null {
  const taken = takenBy(keys, shortcut);
  if (taken) return `${keysLabel(keys)} 已用于「${taken.effect}」，请换一个或先改掉它`;
  if (paletteKeys?.replace('CommandOrControl', 'Control') === keys)
    return `${keysLabel(keys)} 已用于话术小窗，请换一个`;
  return whyNot(keys);
}

/** Shows the keys of a shortcut; pressed, it listens for other ones. */
export function KeyRecorder(props: Props) {
  const { shortcut, onKeys } = props;
  const [isListening, setIsListening] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  // A click gives the focus to what was drawn then, which a search in the list may have drawn anew.
  useEffect(() => {
    if (isListening) button.current?.focus();
  }, [isListening]);

  function stop(): void {
    setIsListening(false);
    setRefusal(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!isListening || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      stop();
      return;
    }
    const keys = keysOfPress(event);
    if (keys === undefined) return;
    const reason = refusalOf(keys, props);
    setRefusal(reason);
    if (reason !== null) return;
    stop();
    onKeys(keys);
  }

  return (
    <span className="key-recorder">
      {refusal !== null && (
        <span role="alert" className="settings-error">
          {refusal}
        </span>
      )}
      <Button
        ref={button}
        size="small"
        type={isListening ? 'default' : 'text'}
        aria-label={
          isListening
            ? `请按新的按键，Esc 取消：${shortcut.effect}`
            : `${shortcut.label}，修改「${shortcut.effect}」的按键`
        }
        onClick={() => setIsListening(true)}
        onKeyDown={onKeyDown}
        onBlur={stop}
      >
        {isListening ? '请按新的按键，Esc 取消' : <Kbd keys={shortcut.label} />}
      </Button>
    </span>
  );
}
