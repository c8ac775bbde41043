import { createRequire } from 'node:module';
import type * as Dictionary from 'pinyin-pro';
import type { PinyinReader } from '../../../../shared/domain/scripts/script-search/alphabet.ts';

/** Its dictionary is large and is needed for the first letter that is typed, not for the first window. */
const load = createRequire(import.meta.url);

/** The rarest readings of a character stand last, and people do not type them. */
const COMMON = 3;
const OPTIONS = { toneType: 'none', type: 'array', v: true } as const;

/** Readings without tones, `ü` as `v`. Group names and keywords repeat a lot, so each text is read once. */
export function createPinyinReader(): PinyinReader & { open(): void } {
  const known = new Map<string, readonly string[]>();
  const syllables = new Map<string, string>();
  let dictionary: typeof Dictionary | undefined;
  function open(): typeof Dictionary {
    dictionary ??= load('pinyin-pro') as typeof Dictionary;
    return dictionary;
  }
  const pinyin = (text: string, isMultiple: boolean) =>
    open().pinyin(text, { ...OPTIONS, multiple: isMultiple });
  /** The dictionary cuts every syllable anew; a large library has some hundred thousand of some hundred kinds. */
  function kept(syllable: string): string {
    const same = syllables.get(syllable);
    if (same !== undefined) return same;
    syllables.set(syllable, syllable);
    return syllable;
  }
  return {
    /** Ahead of the first text; that one still takes as long again. */
    open: () => void open(),
    inContext(text) {
      const found = known.get(text);
      if (found !== undefined) return found;
      const readings = pinyin(text, false).map(kept);
      known.set(text, readings);
      return readings;
    },
    ofCharacter: (character) => [...new Set(pinyin(character, true))].slice(0, COMMON),
  };
}
