import { useState } from 'react';
import { z } from 'zod';
import { ScriptGroupId } from '../../../shared/domain/ids.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { Drafts } from './editor/script-form.ts';
import { OPEN_SCRIPT } from './library-place.ts';
import type { Library } from './library-view.ts';
import { LibraryFilter, LibraryPlace, NO_FILTER } from './library-view.ts';
import type { PartPlace } from './wording/wording-view.ts';

const ALL: LibraryPlace = { kind: 'all' };
const Collapsed = z.array(ScriptGroupId);

/** One script stands beside the list, at a word if the report led to it, or the report itself. */
type Beside = { readonly isReport: boolean; readonly startAt: PartPlace | undefined };

export type LibraryView = ReturnType<typeof useLibraryView>;

/** Keeps for each agent which part of the library was open: an agent's drafts are not for the eyes of the next. */
export function useLibraryView(library: Library) {
  const [lastPlace, setPlace] = useViewState('library-place', LibraryPlace, ALL);
  const [filter, setFilter] = useViewState('library-filter', LibraryFilter, NO_FILTER);
  const [openKey, setOpenKey] = useViewState(OPEN_SCRIPT, z.string().nullable(), null);
  const [collapsed, setCollapsed] = useViewState('library-collapsed', Collapsed, []);
  // Unsaved work outlives another selection, another screen and a reload; only saving or discarding ends it.
  const [drafts, setDrafts] = useViewState('library-drafts', Drafts, {});
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [beside, setBeside] = useState<Beside>({ isReport: false, startAt: undefined });

  const isGone = lastPlace.kind === 'group' && !library.groups.some(({ id }) => id === lastPlace.id);
  const unmark = () => setMarked(new Set());
  const open = (key: string | null, startAt?: PartPlace) => {
    setOpenKey(key);
    setBeside({ isReport: false, startAt });
  };

  return {
    place: isGone ? ALL : lastPlace,
    filter,
    openKey,
    collapsed: new Set(collapsed),
    drafts,
    marked,
    beside,
    scrollMemory: 'library-scroll',
    goTo(next: LibraryPlace): void {
      setPlace(next);
      unmark();
    },
    narrow(next: LibraryFilter): void {
      setFilter(next);
      unmark();
    },
    open,
    /** The script may be outside of what the list shows. */
    jump(key: string, at: PartPlace): void {
      setPlace(ALL);
      setFilter(NO_FILTER);
      unmark();
      open(key, at);
    },
    toggleReport: () => setBeside({ isReport: !beside.isReport, startAt: undefined }),
    collapse: (ids: ReadonlySet<ScriptGroupId>) => setCollapsed([...ids]),
    expand: (id: ScriptGroupId) => setCollapsed(collapsed.filter((one) => one !== id)),
    mark: setMarked,
    setDrafts,
  };
}
