import { Form } from 'antd';
import type { ReactNode } from 'react';

type EditorFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly children: ReactNode;
};

/** A labelled field with its error beside it. */
export function EditorField({ id, label, hint, error, children }: EditorFieldProps) {
  return (
    <Form.Item
      className="library-field"
      layout="vertical"
      label={label}
      htmlFor={id}
      {...(hint === undefined ? {} : { tooltip: hint })}
      {...(error === undefined ? {} : { validateStatus: 'error', help: error })}
    >
      {children}
    </Form.Item>
  );
}
