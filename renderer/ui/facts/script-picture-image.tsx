import type { ScriptPictureId } from '../../../shared/domain/ids.ts';

/** Main serves pictures by their id; the page knows no file. */
const addressOf = (id: ScriptPictureId) => `/pictures/${id}`;

type Props = { readonly name: string; readonly pictureId: ScriptPictureId | null };

/** A small picture of a script, or what keeps it from being shown. */
export function ScriptPictureImage({ name, pictureId }: Props) {
  if (pictureId === null) return <span className="script-picture-missing">没有图片「{name}」</span>;
  return (
    <span className="script-picture">
      <img src={addressOf(pictureId)} alt={`图片 ${name}`} loading="lazy" draggable={false} />
      <span className="script-picture-name truncate">{name}</span>
    </span>
  );
}
