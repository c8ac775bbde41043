import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import { createSaveAs, type SaveAsPorts } from '../kernel/jobs/save-as.ts';
import type { CaseList } from './case-list.ts';
import type { Cases } from './create-cases.ts';
import { exportCasesJob } from './export-cases-job.ts';

type Dependencies = SaveAsPorts & {
  readonly duties: { readonly cases: Cases };
  readonly caseList: CaseList;
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createCaseHandlers(dependencies: Dependencies) {
  const { duties, caseList, requireActor, changed } = dependencies;
  const { cases } = duties;
  const saveAs = createSaveAs(dependencies);
  const agentId = () => requireActor().agentId;

  function act(id: CaseId, work: (actor: Actor) => Recorded): Recorded {
    const recorded = work(requireActor());
    changed([{ kind: 'case', id }]);
    return recorded;
  }

  return {
    'cases.open': (request) => {
      const opened = cases.open(request, requireActor());
      changed([{ kind: 'case', id: opened.id }]);
      return opened;
    },
    'cases.prefill': ({ kind, ...about }) => cases.prefill(kind, about, requireActor()),
    'cases.advance': ({ id, request }) => act(id, (actor) => cases.advance(id, request, actor)),
    'cases.edit': ({ id, fields }) => act(id, (actor) => cases.setFields(id, fields, actor)),
    'cases.assign': ({ id, ownerId }) => act(id, (actor) => cases.assign(id, ownerId, actor)),
    'cases.link': ({ id, ...link }) => act(id, (actor) => cases.link(id, link, actor)),
    'cases.detail': ({ id }) => caseList.detail(id, agentId()),
    'cases.page': (asked) => caseList.page(asked, agentId()),
    'cases.export': ({ format, ...filter }) =>
      saveAs({
        name: '事务',
        format,
        job: exportCasesJob,
        inputFor: (path) => ({ path, ...filter, agentId: agentId() }),
      }),
  } satisfies Partial<Handlers>;
}
