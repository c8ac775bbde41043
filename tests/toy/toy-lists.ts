/** Every list that a subject stands in, and the list of this project that holds the toy as well. */
export const TOY_LISTS = {
  'shared/domain/subjects/subject-kinds.ts': 'tests/toy/lists/subject-kinds.ts',
  'shared/domain/tasks/task-kinds/index.ts': 'tests/toy/lists/task-kinds.ts',
  'shared/domain/activities/activity-kinds.ts': 'tests/toy/lists/activity-kinds.ts',
  'shared/domain/tasks/claim-kinds/index.ts': 'tests/toy/lists/claim-kinds.ts',
  'shared/domain/shared-parts/deadline-kinds/index.ts': 'tests/toy/lists/deadline-kinds.ts',
  'shared/domain/shared-parts/case/kinds/index.ts': 'tests/toy/lists/case-kinds.ts',
  'shared/domain/shared-parts/recurring-duties/index.ts': 'tests/toy/lists/recurring-duties.ts',
  'electron/store/migrations/index.ts': 'tests/toy/lists/migrations.ts',
  'electron/joins/subjects/index.ts': 'tests/toy/lists/subject-domains.ts',
  'renderer/app/subject-views.ts': 'tests/renderer/toy/subject-views.ts',
} as const;

export type ToyList = keyof typeof TOY_LISTS;
