import { pinyin } from 'pinyin-pro';
import type { ReadPinyin } from '../../shared/domain/script-search-match.ts';

/** Readings without tones, `ü` as `v`. Group names and keywords repeat a lot, so each text is read once. */
export function createPinyinReader(): ReadPinyin {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const readings = pinyin(text, { toneType: 'none', type: 'array', v: true });
    known.set(text, readings);
    return readings;
  };
}
