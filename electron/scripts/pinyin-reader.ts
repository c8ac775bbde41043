import { createRequire } from 'node:module';
import type * as Dictionary from 'pinyin-pro';
import type { ReadPinyin } from '../../shared/domain/script-search-match.ts';

/** Its dictionary is large and is needed for the first letter that is typed, not for the first window. */
const load = createRequire(import.meta.url);

/** Readings without tones, `ü` as `v`. Group names and keywords repeat a lot, so each text is read once. */
export function createPinyinReader(): ReadPinyin {
  const known = new Map<string, readonly string[]>();
  let dictionary: typeof Dictionary | undefined;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    dictionary ??= load('pinyin-pro') as typeof Dictionary;
    const readings = dictionary.pinyin(text, { toneType: 'none', type: 'array', v: true });
    known.set(text, readings);
    return readings;
  };
}
