import { orderFinder } from '../features/orders/order-finder.tsx';
import { scriptFinder } from '../features/scripts/script-finder.tsx';
import { subjectFinder } from '../features/task-work/subject-finder.tsx';
import type { Finder } from '../lib/finder.tsx';
import { screenFinder } from './shell/screen-finder.tsx';

/** The finders of Ctrl+K, in the order of their groups. */
export const FINDERS: readonly Finder[] = [orderFinder, subjectFinder, scriptFinder, screenFinder];
