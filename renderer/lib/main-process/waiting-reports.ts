import { queryOptions } from '@tanstack/react-query';
import { call } from './ipc.ts';
import { ofImports } from './query-roots.ts';

/** One question for all who speak of them: the import screen, the strip of the workbench, the number beside 导入. */
export const waitingReportsQuery = () =>
  queryOptions({
    queryKey: ofImports('found-files'),
    queryFn: () => call('imports.foundFiles', undefined),
  });

/** One call of the contract takes no more; so many reports at once are a slip anyway. */
export const REPORTS_AT_ONCE = 20;

/** Checks the reports, each for the shop that it is of, and imports at once what leaves nothing to decide. */
export const takeReports = (paths: readonly string[]) =>
  call('imports.preview', { paths: paths.slice(0, REPORTS_AT_ONCE), shopId: null, commitsWhenClear: true });
