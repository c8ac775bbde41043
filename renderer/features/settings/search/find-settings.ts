import { pinyinInitialsOf } from '../../../../shared/domain/pinyin-initials.ts';
import { DECLARATIONS } from '../../../../shared/domain/settings/settings-of.ts';
import { SECTIONS } from '../sections.tsx';

export type FoundSetting = {
  readonly section: string;
  /** The row within the section; `null` for the section itself. */
  readonly place: string | null;
  readonly label: string;
  readonly title: string;
};

type Entry = FoundSetting & { readonly words: string; readonly initials: string };

function fieldEntries(section: (typeof SECTIONS)[number]): Entry[] {
  return DECLARATIONS.filter(({ key }) => section.domains.includes(key)).flatMap(({ key, title, fields }) =>
    Object.entries(fields).map(([name, { label, hint = '' }]) => ({
      section: section.name,
      place: `${key}.${name}`,
      label,
      title,
      words: `${title} ${label} ${hint}`.toLowerCase(),
      initials: pinyinInitialsOf(`${label} ${title}`),
    })),
  );
}

function allEntries(): Entry[] {
  return SECTIONS.flatMap((section) => {
    const { name, label } = section;
    const own = {
      section: name,
      place: null,
      label,
      title: '',
      words: label,
      initials: pinyinInitialsOf(label),
    };
    return [own, ...fieldEntries(section)];
  });
}

let entries: readonly Entry[] | undefined;

/** Settings whose words or pinyin initials hold the text, in the order of the page. */
export function findSettings(text: string): readonly FoundSetting[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  entries ??= allEntries();
  return entries.filter(({ words, initials }) => words.includes(wanted) || initials.includes(wanted));
}
