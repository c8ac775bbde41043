import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { ScriptField } from '../../../../shared/domain/scripts/script-template/script-message.ts';
import type { Answers } from '../../../../shared/ipc/contract/scripts/script-contract.ts';
import { ownValue } from '../../../../shared/own-value.ts';
import { isComposing, isEnter } from '../../../lib/keyboard.ts';
import { AnswerField } from './answer-field.tsx';
import type { Copying } from './use-copying.ts';

type FormProps = {
  readonly fields: readonly ScriptField[];
  readonly onAnswer: (answers: Answers) => void;
  readonly onCancel: () => void;
};

type Props = { readonly copying: Copying; readonly onCancel: () => void };

/** Asks once for all that no order answers; a text with a hole in it never gets to the clipboard. */
export function MissingForm({ copying, onCancel }: Props) {
  const { question } = copying;
  if (!question) return null;
  return (
    <FieldsForm
      key={`${question.hit.script.id}:${question.fields.map(({ name }) => name).join()}`}
      fields={question.fields}
      onAnswer={(given) => copying.answer(question, given)}
      onCancel={onCancel}
    />
  );
}

/** An open list of choices takes Enter and Esc for itself. */
const isChoosing = ({ target }: KeyboardEvent) => target instanceof Element && target.ariaExpanded === 'true';

export function FieldsForm({ fields, onAnswer, onCancel }: FormProps) {
  const [values, setValues] = useState<Answers>({});
  const isComplete = fields.every(({ name }) => (ownValue(values, name) ?? '').trim() !== '');

  function submit(): void {
    if (isComplete) onAnswer(values);
  }

  function handleKey(event: KeyboardEvent): void {
    if (isComposing(event) || isChoosing(event)) return;
    const isCancel = event.key === 'Escape';
    if (!isCancel && !isEnter(event)) return;
    // Both keys belong to the form alone while it is open.
    event.stopPropagation();
    // A button of the form takes its own Enter.
    if (!isCancel && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    if (isCancel) onCancel();
    else if (!event.repeat && !event.ctrlKey) submit();
  }

  return (
    // The keys of all its fields; it takes none of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className="script-missing" role="group" aria-label="填写变量" onKeyDown={handleKey}>
      {fields.map((field, index) => (
        <AnswerField
          key={field.name}
          field={field}
          isFirst={index === 0}
          value={ownValue(values, field.name) ?? ''}
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      <div className="script-missing-actions">
        <Button size="small" type="primary" disabled={!isComplete} onClick={submit}>
          填好并复制
        </Button>
        <Button size="small" onClick={onCancel}>
          取消
        </Button>
      </div>
    </div>
  );
}
