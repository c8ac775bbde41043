import { orderFinder } from '../features/orders/order-finder.tsx';
import { scriptFinder } from '../features/scripts/script-finder.tsx';
import { subjectFinder } from '../features/task-work/subject-finder.tsx';
import type { Finder } from '../lib/finder.tsx';
import { commandFinder, settingFinder } from './shell/finding/command-finder.tsx';
import { promiseFinder } from './shell/finding/promise-finder.tsx';
import { screenFinder } from './shell/finding/screen-finder.tsx';

/** The finders of Ctrl+K, in the order of their groups. */
export const FINDERS: readonly Finder[] = [
  orderFinder,
  subjectFinder,
  commandFinder,
  screenFinder,
  settingFinder,
  scriptFinder,
  promiseFinder,
];
