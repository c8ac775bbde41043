import { Input } from 'antd';
import { NOTE_MOST_CHARS } from '../../../shared/ipc/contract/note.ts';

type NoteInputProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly autoFocus?: boolean;
};

/** The agent's own words beside what is recorded. A form sends them as typed: to main, blank ones are none. */
export function NoteInput({ label, placeholder, text, onText, autoFocus = false }: NoteInputProps) {
  return (
    <Input
      aria-label={label}
      placeholder={placeholder}
      maxLength={NOTE_MOST_CHARS}
      autoFocus={autoFocus}
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
