import { AppError } from '../../../shared/errors.ts';
import type { CheckCopy } from '../copying/hand-out.ts';
import type { PictureService } from './picture-service.ts';

/** The clipboard must not keep the message before while the app says that a picture is on it. */
export function requirePictureFile(pictures: Pick<PictureService, 'read'>): CheckCopy {
  return ({ content }) => {
    if (content.kind === 'picture' && pictures.read(content.pictureId) === null) {
      throw new AppError('not-found', `图片「${content.name}」的文件已不在数据文件夹中，请重新添加`);
    }
  };
}
