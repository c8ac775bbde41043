import type { MouseEvent } from 'react';
import { Kbd } from './facts/kbd.tsx';

export type Face<Key extends string> = { readonly key: Key; readonly label: string; readonly keys?: string };

type Props<Key extends string> = {
  readonly label: string;
  readonly faces: readonly Face<Key>[];
  readonly shown: Key;
  readonly onFace: (key: Key) => void;
};

/** Which of several parts stands in the one place that there is room for. */
export function Faces<Key extends string>({ label, faces, shown, onFace }: Props<Key>) {
  return (
    <fieldset className="faces">
      <legend className="visually-hidden">{label}</legend>
      {faces.map(({ key, label: words, keys }) => (
        <button
          key={key}
          type="button"
          data-face={key}
          aria-pressed={shown === key}
          onClick={() => onFace(key)}
        >
          {words} {keys !== undefined && <Kbd keys={keys} />}
        </button>
      ))}
    </fieldset>
  );
}

/** With Shift or Ctrl a click marks rows, and the agent goes on choosing. */
export function isPlainChoice({ target, shiftKey, ctrlKey }: MouseEvent): boolean {
  const isRow = target instanceof Element && target.closest('[role="option"]') !== null;
  return isRow && !shiftKey && !ctrlKey;
}
