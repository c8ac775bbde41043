import { lexer, parser, type Token } from 'marked';
import guideText from '../../../docs/user-guide.md?raw';

export type GuideSection = {
  readonly id: string;
  readonly title: string;
  /** 1 for the whole, 2 for a chapter, more for a part of one. */
  readonly level: number;
  readonly html: string;
  /** All that is written there, for the search. */
  readonly words: string;
};

type Open = { readonly title: string; readonly level: number; readonly tokens: Token[] };

/** The guide cut at its headings. */
export function sectionsOf(text: string): readonly GuideSection[] {
  const open: Open[] = [];
  for (const token of lexer(text)) {
    if (token.type === 'heading') open.push({ title: token.text, level: token.depth, tokens: [] });
    else open.at(-1)?.tokens.push(token);
  }
  return open.map(({ title, level, tokens }, index) => ({
    id: `guide-${index}`,
    title,
    level,
    html: parser(tokens),
    words: `${title}\n${tokens.map(({ raw }) => raw).join('')}`.toLowerCase(),
  }));
}

/** Sections that hold every word; with a heading of their chapter the agent knows where they are. */
export function findSections(sections: readonly GuideSection[], text: string): readonly GuideSection[] {
  const wanted = text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return sections;
  return sections.filter(({ words }) => wanted.every((word) => words.includes(word)));
}

/** The same text that is shipped beside the program. */
export const GUIDE: readonly GuideSection[] = sectionsOf(guideText);
