import type { Edge } from '../edge.ts';
import type { Undone } from '../kernel/activities/undo-activity.ts';

type Dependencies = Pick<
  Edge,
  'changed' | 'everythingChanged' | 'examplesChanged' | 'libraryChanged' | 'settingsChanged'
>;

const LIBRARY = ['scripts', 'script_groups', 'script_pictures', 'script_proposals'];
const TEAM = ['shops', 'agents'];

/** Tells the windows of an undo what they were told of the act itself, so that they ask for it once. */
export function createAnnounceUndone(edge: Dependencies) {
  return ({ subjects, tables }: Pick<Undone, 'subjects' | 'tables'>): void => {
    const untold = new Set(tables);
    const isAbout = (names: readonly string[]) => names.filter((name) => untold.delete(name)).length > 0;

    if (isAbout(TEAM)) edge.everythingChanged();
    if (isAbout(['settings'])) edge.settingsChanged();
    if (isAbout(LIBRARY)) edge.libraryChanged();
    if (isAbout(['script_examples'])) edge.examplesChanged(subjects);
    // An act that has changed no row, such as a note, stands in the records of its subject.
    if (untold.size > 0 || tables.size === 0) edge.changed(subjects);
  };
}
