import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { ScriptField } from '../../../../shared/domain/scripts/script-template/script-message.ts';
import { SCRIPT_VARIABLES } from '../../../../shared/domain/scripts/script-variables.ts';
import { useForgetAnswer } from '../mutations.ts';

/** More than these are chosen from a list. */
const MOST_RADIOS = 5;

function exampleOf(name: string): string {
  const variables: Readonly<Record<string, { readonly meaning: string; readonly example: string }>> =
    SCRIPT_VARIABLES;
  const variable = variables[name];
  return variable ? `例如 ${variable.example}` : '';
}

type Props = {
  readonly field: ScriptField;
  readonly isFirst: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** One thing that the agent has to say: chosen, taken from the last times, or typed. */
export function AnswerField({ field, isFirst, value, onChange }: Props) {
  const { name, choices } = field;
  if (choices === null) {
    return (
      <div className="script-missing-field">
        <span aria-hidden="true">{name}</span>
        <span>
          <Input
            autoFocus={isFirst}
            aria-label={name}
            placeholder={exampleOf(name)}
            maxLength={500}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <RememberedAnswers field={field} onTake={onChange} />
        </span>
      </div>
    );
  }
  return (
    <div className="script-missing-field">
      <span aria-hidden="true">{name}</span>
      {choices.length > MOST_RADIOS ? (
        <Select
          autoFocus={isFirst}
          aria-label={name}
          showSearch
          options={choices.map((choice) => ({ value: choice, label: choice }))}
          value={value || null}
          onChange={onChange}
        />
      ) : (
        <Radio.Group
          aria-label={name}
          value={value}
          options={choices.map((choice, index) => ({
            value: choice,
            label: choice,
            autoFocus: isFirst && index === 0,
          }))}
          onChange={(event) => onChange(String(event.target.value))}
        />
      )}
    </div>
  );
}

type RememberedProps = { readonly field: ScriptField; readonly onTake: (answer: string) => void };

function RememberedAnswers({ field: { name, remembered }, onTake }: RememberedProps) {
  const [forgotten, setForgotten] = useState<readonly string[]>([]);
  const forget = useForgetAnswer();
  const offered = remembered.filter((answer) => !forgotten.includes(answer));
  if (offered.length === 0) return null;
  return (
    <span className="script-remembered" role="group" aria-label={`上次填写的${name}`}>
      {offered.map((answer) => (
        <span key={answer} className="script-remembered-answer">
          <Button size="small" type="text" className="truncate" onClick={() => onTake(answer)}>
            {answer}
          </Button>
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined aria-hidden="true" />}
            aria-label={`不再提示「${answer}」`}
            onClick={() => {
              setForgotten([...forgotten, answer]);
              forget.mutate({ field: name, answer });
            }}
          />
        </span>
      ))}
    </span>
  );
}
