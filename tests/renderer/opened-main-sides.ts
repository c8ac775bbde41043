import { openShopFloor, type ShopFloor } from '../support/main-side/a-shop-floor.ts';
import { createMainSide, type MainSide } from '../support/main-side/create-main-side.ts';

/** 10 June 2026, 14:30 in Beijing. */
export const NOW = Date.UTC(2026, 5, 10, 6, 30);

export type PageOptions = ShopFloor & {
  /** A page that ran before has asked it already. */
  readonly main?: MainSide;
  /** For a store in a file, with pictures beside it. */
  readonly folder?: string;
  /** Runs before the page asks for anything. */
  readonly prepare?: (main: MainSide) => void;
};

const opened = new Set<MainSide>();

/** A main side with a shop in it, which the page of the test will ask. */
export function openMainSide({ main: earlier, folder, prepare, ...floor }: PageOptions = {}): MainSide {
  const main = earlier ?? createMainSide({ startsAtMs: NOW, ...(folder === undefined ? {} : { folder }) });
  if (earlier === undefined) openShopFloor(main, floor);
  prepare?.(main);
  opened.add(main);
  Object.defineProperty(window, 'xiaoer', { configurable: true, value: main.bridge });
  return main;
}

/** Everything that went wrong in main during the test, whatever the page made of it. */
export function takeBugs(): MainSide['bugs'] {
  const bugs = [...opened].flatMap((main) => main.bugs);
  opened.clear();
  return bugs;
}
