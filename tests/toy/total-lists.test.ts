import { expect, it } from 'vitest';
import { SUBJECT_DOMAINS } from '../../electron/joins/subjects/index.ts';
import { type ActivityKind } from '../../shared/domain/activities/activity-kinds.ts';
import type { CaseKind } from '../../shared/domain/shared-parts/case/case-kind.ts';
import type { CaseKindSpec } from '../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import type { DeadlineKind } from '../../shared/domain/shared-parts/deadline.ts';
import type { RecurringDuty } from '../../shared/domain/shared-parts/recurring-duties/recurring-duty.ts';
import type { SubjectKind } from '../../shared/domain/subjects/subject.ts';
import type { ClaimKind } from '../../shared/domain/tasks/claim.ts';
import type { TaskKind } from '../../shared/domain/tasks/task.ts';

/** A kind of subject that has its name in `subject-kinds.ts`, and no other line yet. */
type AndToy = SubjectKind | 'toy-parcel';

it('H6: what stands in no list does not compile', () => {
  // @ts-expect-error: no line in electron/joins/subjects/index.ts
  SUBJECT_DOMAINS satisfies Readonly<Record<AndToy, unknown>>;

  const named = {
    // @ts-expect-error: no line in shared/domain/subjects/subject-kinds.ts
    subject: 'toy-parcel' satisfies SubjectKind,
    // @ts-expect-error: no line in shared/domain/tasks/task-kinds/index.ts
    task: 'find-toy' satisfies TaskKind,
    // @ts-expect-error: no line in shared/domain/activities/activity-kinds.ts
    activity: 'toy-asked' satisfies ActivityKind,
    // @ts-expect-error: no line in shared/domain/tasks/claim-kinds/index.ts
    claim: 'toy-arrived' satisfies ClaimKind,
    // @ts-expect-error: no line in shared/domain/shared-parts/deadline-kinds/index.ts
    deadline: 'toy-arrival' satisfies DeadlineKind,
    // @ts-expect-error: no line in shared/domain/shared-parts/case/kinds/index.ts
    case: 'toy-lost' satisfies CaseKind,
    // @ts-expect-error: no kind of evidence
    evidence: ['photo'] satisfies CaseKindSpec['closing']['evidence'],
    // @ts-expect-error: no line in electron/joins/duties.ts, which lists the subjects that have such duties
    over: 'toy-parcel' satisfies RecurringDuty['over'],
  };
  expect(Object.keys(named)).toHaveLength(8);
});
