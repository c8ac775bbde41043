import { Button, Input } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { isComposing, isEnter } from '../../lib/keyboard.ts';

const MAX_REASON = 500;

type ReasonFormProps = {
  /** The question to the agent, in the words of the group and of the field. */
  readonly title: string;
  readonly label: string;
  readonly placeholder: string;
  readonly submitLabel: string;
  readonly onSubmit: (reason: string) => void;
  readonly onCancel: () => void;
  /** Further choices, between the reason and the buttons. */
  readonly children?: ReactNode;
};

/** Why something should be done, in a line: Enter submits, Escape gives up. */
export function ReasonForm(props: ReasonFormProps) {
  const { title, label, placeholder, submitLabel, onSubmit, onCancel, children } = props;
  const [reason, setReason] = useState('');
  const isGiven = reason.trim() !== '';
  const submit = () => {
    if (isGiven) onSubmit(reason);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isEnter(event)) submit();
    if (event.key !== 'Escape' || isComposing(event)) return;
    // Escape must not close the drawer or the dialog around it as well.
    event.stopPropagation();
    onCancel();
  };
  return (
    <div className="reason-form" role="group" aria-label={title}>
      <Input
        autoFocus
        aria-label={label}
        placeholder={placeholder}
        maxLength={MAX_REASON}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {children}
      <Button type="primary" disabled={!isGiven} onClick={submit}>
        {submitLabel}
      </Button>
      <Button onClick={onCancel}>取消</Button>
    </div>
  );
}
