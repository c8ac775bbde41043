import { Button } from 'antd';
import { useState } from 'react';
import { NoteInput } from './note-input.tsx';

type ChoiceFormProps<Choice extends string> = {
  readonly label: string;
  /** The agent has to know this before choosing. */
  readonly hint: string;
  readonly labels: Readonly<Record<Choice, string>>;
  readonly choices: readonly Choice[];
  /** These cannot be chosen; the hint says why. */
  readonly refused?: readonly Choice[];
  readonly onChoose: (choice: Choice, note: string) => void;
};

/** One press says what it is; a note beside it is the agent's to add. */
export function ChoiceForm<Choice extends string>(props: ChoiceFormProps<Choice>) {
  const { label, hint, labels, choices, refused = [], onChoose } = props;
  const [note, setNote] = useState('');
  return (
    <div role="group" aria-label={label}>
      <p className="muted">{hint}</p>
      <div className="form-row">
        <NoteInput autoFocus label={`${label}说明`} placeholder="说明，可不填" text={note} onText={setNote} />
        {choices.map((choice) => (
          <Button key={choice} disabled={refused.includes(choice)} onClick={() => onChoose(choice, note)}>
            {labels[choice]}
          </Button>
        ))}
      </div>
    </div>
  );
}
