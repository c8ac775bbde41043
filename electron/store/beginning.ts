const LAST_CHARACTER = '\u{10FFFF}';

/** Every word that begins with the text sorts before this, so that an index is read between the two. */
export const behindAllThatBeginWith = (text: string): string => text + LAST_CHARACTER;
