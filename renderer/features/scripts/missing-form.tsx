import { Button, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { SCRIPT_VARIABLES } from '../../../shared/domain/script-variables.ts';
import type { Answers } from '../../../shared/ipc/contract/script-contract.ts';
import { isComposing, isEnter } from '../../lib/keyboard.ts';
import type { Copying, Question } from './use-copying.ts';

type FormProps = {
  readonly question: Question;
  readonly onAnswer: (answers: Answers) => void;
  readonly onCancel: () => void;
};

function exampleOf(name: string): string {
  const variables: Readonly<Record<string, { readonly meaning: string; readonly example: string }>> =
    SCRIPT_VARIABLES;
  const variable = variables[name];
  return variable ? `例如 ${variable.example}` : '';
}

type Props = { readonly copying: Copying; readonly onCancel: () => void };

/** Asks for what no order answers; a text with a hole in it never gets to the clipboard. */
export function MissingForm({ copying, onCancel }: Props) {
  const { question } = copying;
  if (!question) return null;
  return (
    <QuestionForm
      key={question.names.join()}
      question={question}
      onAnswer={(given) => copying.answer(question, given)}
      onCancel={onCancel}
    />
  );
}

function QuestionForm({ question, onAnswer, onCancel }: FormProps) {
  const [values, setValues] = useState<Answers>({});
  const isComplete = question.names.every((name) => (values[name] ?? '').trim() !== '');

  function submit(): void {
    if (isComplete) onAnswer(values);
  }

  function handleKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
    else if (isEnter(event) && !event.repeat && !event.ctrlKey) submit();
    else return;
    event.preventDefault();
  }

  return (
    <div className="script-missing" role="group" aria-label="填写变量">
      {question.names.map((name, index) => (
        <label key={name} className="script-missing-field">
          <span>{name}</span>
          <Input
            autoFocus={index === 0}
            placeholder={exampleOf(name)}
            maxLength={500}
            value={values[name] ?? ''}
            onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            onKeyDown={handleKey}
          />
        </label>
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
