import { createHash } from 'node:crypto';
import type { Actor } from '../../../shared/domain/activities/acting.ts';
import { ScriptPictureId } from '../../../shared/domain/ids.ts';
import {
  freePictureName,
  PICTURE_BYTES_AT_MOST,
  type PictureExtension,
  pictureNameOf,
  type ScriptPicture,
} from '../../../shared/domain/scripts/media/script-picture.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { DAY } from '../../../shared/time/durations.ts';
import type { Act } from '../../kernel/activities/act.ts';
import type { InTransaction } from '../../store/connection.ts';
import type { StoredPicture } from '../../store/scripts/script-picture-store.ts';
import type { UndoHooks } from '../../store/undoable-table.ts';
import type { PictureFiles } from './picture-files.ts';
import { sniffPicture } from './sniff-picture.ts';

type Dependencies = {
  readonly pictures: {
    get(id: ScriptPictureId): StoredPicture | undefined;
    findByName(name: string): StoredPicture | undefined;
    list(): StoredPicture[];
    listFiles(): { readonly sha256: string; readonly extension: string }[];
    add(picture: StoredPicture): void;
    setRemoved(id: ScriptPictureId, atMs: EpochMs): void;
    forgetRemovedBefore(ms: EpochMs): void;
  };
  readonly files: PictureFiles;
  readonly act: Act;
  readonly inTransaction: InTransaction;
  readonly newId: (nowMs: EpochMs) => string;
};

type NewPicture = { readonly name: string; readonly bytes: Uint8Array };

const PICTURES = 'script_pictures';
/** A removed picture can be brought back for so long. */
const KEPT_AFTER_REMOVAL_MS = 30 * DAY;

export type PictureService = ReturnType<typeof createPictureService>;

/** R8: pictures that scripts show. The file comes first, then its row: a crash leaves a file that no script shows. */
export function createPictureService(dependencies: Dependencies) {
  const { pictures, files, act, inTransaction, newId } = dependencies;

  function required(id: ScriptPictureId): StoredPicture {
    const picture = pictures.get(id);
    if (!picture || picture.removedAtMs !== null) throw new AppError('not-found', '该图片已不存在');
    return picture;
  }

  const about = ({ id, name }: ScriptPicture) => ({
    subject: { kind: 'picture', id } as const,
    data: { text: name },
    rows: [{ table: PICTURES, id }],
  });

  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const isKept = (name: string) => pictures.findByName(name) !== undefined;

  return {
    list: (): ScriptPicture[] => pictures.list().map(toPublic),
    /** Under which name these bytes are kept already, or which they would get; refuses what `add` would. */
    nameFor({ name: given, bytes }: NewPicture, isTaken: (name: string) => boolean) {
      const extension = requireUsable(given, bytes);
      const sha256 = hashOf(bytes);
      const wanted = pictureNameOf(given, extension);
      const same = pictures.list().filter((picture) => picture.sha256 === sha256);
      const known = same.find(({ name }) => name === wanted) ?? same[0];
      if (known) return { name: known.name, isKept: true };
      return { name: freePictureName(wanted, (name) => isKept(name) || isTaken(name)), isKept: false };
    },
    findByName: (name: string): ScriptPictureId | null => pictures.findByName(name)?.id ?? null,
    /** The same content under the same name is the same picture; another content gets a name of its own. */
    add({ name: given, bytes }: NewPicture, actor: Actor): ScriptPicture {
      const extension = requireUsable(given, bytes);
      const sha256 = hashOf(bytes);
      files.write({ sha256, extension }, bytes);
      return inTransaction(() => {
        const wanted = pictureNameOf(given, extension);
        const known = pictures.findByName(wanted);
        if (known?.sha256 === sha256) return toPublic(known);
        const picture: StoredPicture = {
          id: ScriptPictureId.parse(newId(actor.nowMs)),
          name: freePictureName(wanted, isKept),
          sha256,
          extension,
          byteCount: bytes.length,
          addedAtMs: actor.nowMs,
          removedAtMs: null,
        };
        act(actor, () => ({
          ...about(picture),
          kind: 'picture-added',
          write: () => pictures.add(picture),
          message: `已添加图片「${picture.name}」`,
        }));
        return toPublic(picture);
      });
    },
    remove: (id: ScriptPictureId, actor: Actor): Recorded =>
      act(actor, () => {
        const picture = required(id);
        return {
          ...about(picture),
          kind: 'picture-removed',
          write: () => pictures.setRemoved(id, actor.nowMs),
          message: `已删除图片「${picture.name}」`,
        };
      }),
    /** `null` where its file is gone; the app says so instead of copying nothing. */
    read(id: ScriptPictureId): { readonly bytes: Uint8Array; readonly extension: PictureExtension } | null {
      const picture = pictures.get(id);
      if (!picture || !files.has(picture)) return null;
      return { bytes: files.read(picture), extension: picture.extension };
    },
    tidy(nowMs: EpochMs): void {
      inTransaction(() => pictures.forgetRemovedBefore(nowMs - KEPT_AFTER_REMOVAL_MS));
      files.keepOnly(pictures.listFiles(), nowMs - DAY);
    },
  };
}

function toPublic({ id, name, byteCount, addedAtMs }: StoredPicture): ScriptPicture {
  return { id, name, byteCount, addedAtMs };
}

function requireUsable(name: string, bytes: Uint8Array): PictureExtension {
  const kind = sniffPicture(bytes);
  if (kind === null) throw new AppError('invalid-input', `「${name}」不是 png、jpg、gif 或 webp 图片`);
  if (kind === 'gif' || kind === 'webp') {
    throw new AppError('invalid-input', `「${name}」是 ${kind} 图片，请在编辑话术时粘贴或拖入，由程序转换`);
  }
  if (bytes.length > PICTURE_BYTES_AT_MOST) {
    const megabytes = (bytes.length / 1024 / 1024).toFixed(1);
    throw new AppError('invalid-input', `「${name}」有 ${megabytes} MB，最大 1 MB`);
  }
  return kind;
}

/** One name means one picture, also when a removed one is brought back. */
export function createPictureUndoCheck(
  pictures: Pick<Dependencies['pictures'], 'get' | 'findByName'>,
): UndoHooks {
  return {
    table: PICTURES,
    before(id, fields) {
      // The id is that of a picture, as the table says.
      const picture = pictures.get(id as ScriptPictureId);
      if (fields === null || !picture || !pictures.findByName(picture.name)) return;
      throw new AppError('conflict', `已有另一张名为「${picture.name}」的图片，不能恢复`);
    },
  };
}
