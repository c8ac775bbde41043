/** Ids have these characters (store/id-text.ts); those of the first version had hyphens. */
const PICTURE_PATH = /^\/(pictures|evidence)\/([\w~-]{1,64})$/u;

type PictureAddress = { readonly place: 'pictures' | 'evidence'; readonly id: string };

/** Pictures of scripts and of evidence, by their id only: the page never names a file. */
export function pictureAt(pathname: string): PictureAddress | null {
  const [, place, id] = PICTURE_PATH.exec(pathname) ?? [];
  if (id === undefined) return null;
  return { place: place === 'evidence' ? 'evidence' : 'pictures', id };
}
