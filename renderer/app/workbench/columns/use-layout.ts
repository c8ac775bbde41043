import { use } from 'react';
import { useMedia } from '../../../lib/use-media.ts';
import { TextScale } from '../../../ui/theme/text-scale.ts';

/** One column beside the chat, the queue beside one column, or three columns. */
export type Layout = 'narrow' | 'medium' | 'wide';

/** By the room that there is, as the style sheets do: whether the window is docked or small, zoomed, or its text large. */
export function useLayout(): Layout {
  const emPx = 13 * use(TextScale);
  const isNarrow = useMedia(`(width < ${55 * emPx}px)`);
  const isMedium = useMedia(`(width < ${73 * emPx}px)`);
  if (isNarrow) return 'narrow';
  return isMedium ? 'medium' : 'wide';
}
