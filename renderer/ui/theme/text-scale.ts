import { createContext, use } from 'react';

/** How much larger than it was drawn the agent wants the text: `var(--text-scale)` for the lists that count in pixels. */
export const TextScale = createContext(1);

/** The height of a row that holds so many pixels of text at the standard size. */
export const useScaled = (px: number): number => Math.round(px * use(TextScale));
