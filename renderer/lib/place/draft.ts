import { useState } from 'react';

const prefix = 'xiaoer.draft.';

/**
 * Words that are being written, kept per subject: going to another order and back loses nothing, and nothing is
 * carried over to another customer. Gone when the window closes.
 */
export function useDraft(subject: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState({ subject, text: sessionStorage.getItem(prefix + subject) ?? '' });
  const text = draft.subject === subject ? draft.text : (sessionStorage.getItem(prefix + subject) ?? '');
  function write(next: string): void {
    setDraft({ subject, text: next });
    if (next === '') sessionStorage.removeItem(prefix + subject);
    else sessionStorage.setItem(prefix + subject, next);
  }
  return [text, write];
}
