import { queryOptions } from '@tanstack/react-query';
import { type SubjectRef, subjectKey } from '../../../shared/domain/subjects/subject.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { ofSubject, QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { setMainNow } from '../../lib/time/now.ts';

const ENTRIES_SHOWN = 200;

export const taskWorkQueries = {
  /** All that the page needs of any subject. */
  detail: (subject: SubjectRef) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.panels, subjectKey(subject)],
      queryFn: async () => {
        const detail = await call('subjects.detail', { subject });
        setMainNow(detail.nowMs);
        return detail;
      },
      placeholderData: (previous) => previous,
    }),
  timeline: (subject: SubjectRef) =>
    queryOptions({
      queryKey: [...ofSubject(subject), 'timeline'],
      queryFn: () => call('subjects.timeline', { subject, limit: ENTRIES_SHOWN }),
    }),
};
