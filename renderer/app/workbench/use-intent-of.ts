import { useState } from 'react';
import { type SubjectRef, subjectKey } from '../../../shared/domain/subjects/subject.ts';
import type { PanelIntent } from '../../lib/place/subject-panel.ts';

const NO_INTENT: PanelIntent = {};
const isEmpty = (intent: PanelIntent) => Object.values(intent).every((value) => value === undefined);

/** Keeps what the panel has told of the subject that is open. Nothing of it is carried over to another subject. */
export function useIntentOf(subject: SubjectRef | null) {
  const [told, setTold] = useState<{ readonly subject: SubjectRef; readonly intent: PanelIntent } | null>(
    null,
  );
  const isAbout = (one: typeof told) =>
    one !== null && subject !== null && subjectKey(one.subject) === subjectKey(subject);
  const intent = told && isAbout(told) ? told.intent : NO_INTENT;

  function tell(change: PanelIntent): void {
    if (subject === null) return;
    setTold((last) => {
      if (last && isAbout(last)) return { subject, intent: { ...last.intent, ...change } };
      // A form that is closed by going to another subject takes back what it has told of its own.
      if (isEmpty(change)) return last && { ...last, intent: { ...last.intent, ...change } };
      return { subject, intent: change };
    });
  }
  return [intent, tell] as const;
}
