import { defineFinder } from '../../../lib/finder.tsx';
import { SCREEN_NAMES, SCREENS, type Screen, screenLabel } from '../../../lib/place/screens.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';

function Row({ hit }: { readonly hit: Screen }) {
  return (
    <>
      <span className="truncate">{screenLabel(hit)}</span>
      <Kbd keys={SCREENS[hit].label} />
    </>
  );
}

export const screenFinder = defineFinder({
  title: '页面',
  root: 'app',
  find: async (text) => SCREEN_NAMES.filter((screen) => screenLabel(screen).includes(text)),
  atFirst: SCREEN_NAMES,
  keyOf: (screen) => screen,
  Row,
  open: (screen, { openScreen }) => openScreen(screen),
});
