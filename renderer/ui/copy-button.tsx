import { CopyOutlined } from '@ant-design/icons';
import type { MouseEvent, ReactNode } from 'react';
import { copyText } from '../lib/clipboard.ts';
import { useFeedback } from './feedback.tsx';

export function useCopyText(): (text: string, what: string) => void {
  const feedback = useFeedback();
  return (text, what) => {
    if (copyText(text)) feedback.done(`已复制${what}`);
  };
}

/** For words in a row of a list, in which nothing else may have the focus: the list copies them at a click. */
export const copied = (text: string, what: string) => ({ 'data-copies': text, 'data-copies-what': what });

/** The click was on such words. */
export function useCopyClicked(): (event: MouseEvent) => void {
  const copy = useCopyText();
  return ({ target }) => {
    const words = target instanceof Element ? target.closest<HTMLElement>('[data-copies]') : null;
    const { copies, copiesWhat } = words?.dataset ?? {};
    if (copies !== undefined && copiesWhat !== undefined) copy(copies, copiesWhat);
  };
}

type CopyProps = { readonly text: string; readonly what: string };

/** The words are the button: a nick or a number is copied where it stands, to be pasted into the platform’s search. */
export function CopyTarget({ text, what, children = text }: CopyProps & { readonly children?: ReactNode }) {
  const copy = useCopyText();
  return (
    <button type="button" className="copy-target" title={`点击复制${what}`} onClick={() => copy(text, what)}>
      {children}
      <CopyOutlined aria-hidden="true" className="copy-target-icon" />
    </button>
  );
}
