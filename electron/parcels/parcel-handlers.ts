import type { Actor } from '../../shared/domain/activities/acting.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import { createSaveAs, type SaveAsPorts } from '../kernel/jobs/save-as.ts';
import type { InTurns } from '../platform/in-turns.ts';
import { exportParcelsJob } from './export-parcels-job.ts';
import type { NoteParcel } from './note-parcel.ts';
import type { ParcelList } from './parcel-list.ts';

type Dependencies = SaveAsPorts & {
  readonly parcelList: ParcelList;
  readonly inTurns: InTurns;
  readonly noteParcel: NoteParcel;
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createParcelHandlers(dependencies: Dependencies) {
  const { parcelList, inTurns, noteParcel, requireActor, changed } = dependencies;
  const saveAs = createSaveAs(dependencies);
  return {
    'parcels.list': async (asked) => parcelList.together(await inTurns(parcelList.parts(asked))),
    'parcels.detail': ({ parcelId }) => parcelList.detail(parcelId),
    'parcels.note'(request) {
      const recorded = noteParcel.note(request, requireActor());
      changed([asSubject('parcel', request.parcelId)]);
      return recorded;
    },
    'parcels.register'(request) {
      const registered = noteParcel.register(request, requireActor());
      changed([asSubject('parcel', registered.parcelId)]);
      return registered;
    },
    'parcels.export': ({ format, ...asked }) =>
      saveAs({ name: '包裹', format, job: exportParcelsJob, inputFor: (path) => ({ path, ...asked }) }),
  } satisfies Partial<Handlers>;
}
