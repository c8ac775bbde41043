import { useMutation, useQuery } from '@tanstack/react-query';

import type { ScriptPicture } from '../../../../../shared/domain/scripts/media/script-picture.ts';
import { call } from '../../../../lib/main-process/ipc.ts';
import { useFeedback } from '../../../../ui/feedback.tsx';

import { wayBack } from '../../../../ui/forms/use-action.ts';

import { readPicture } from './picture-file.ts';
import { pictureQueries } from './picture-queries.ts';

const NONE: readonly ScriptPicture[] = [];

type Added = { readonly picture: ScriptPicture; readonly isShrunk: boolean; readonly isConverted: boolean };

function addedMessage(added: readonly Added[]): string {
  const [first] = added;
  if (!first) return '';
  const what = added.length === 1 ? `已添加图片「${first.picture.name}」` : `已添加 ${added.length} 张图片`;
  const shrunk = added.some(({ isShrunk }) => isShrunk) ? '，超过 1 MB 的已缩小' : '';
  const converted = added.some(({ isConverted }) => isConverted) ? '，动图只保留第一帧' : '';
  return what + shrunk + converted;
}

/** The pictures of the library, and how agents add and remove them. */
export function usePictures() {
  const feedback = useFeedback();
  const { data: pictures = NONE } = useQuery(pictureQueries.list());

  const adding = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const added: Added[] = [];
      for (const file of files) {
        // One after the other, so that they keep their order.
        // oxlint-disable-next-line no-await-in-loop
        const { isConverted, ...picture } = await readPicture(file);
        // oxlint-disable-next-line no-await-in-loop
        added.push({ ...(await call('pictures.add', picture)), isConverted });
      }
      return added;
    },
    onSuccess: (added) => feedback.done(addedMessage(added)),
    onError: (error) => feedback.fail(error),
  });

  const removing = useMutation({
    mutationFn: ({ id }: ScriptPicture) => call('pictures.remove', { id }),
    onSuccess: ({ activityId, message }) => feedback.done(message, wayBack(activityId)),
    onError: (error) => feedback.fail(error),
  });

  return {
    pictures,
    isAdding: adding.isPending,
    /** Answers the names, in the order of the files. */
    add: (files: readonly File[], onAdded: (names: readonly string[]) => void): void =>
      adding.mutate(files, { onSuccess: (added) => onAdded(added.map(({ picture }) => picture.name)) }),
    remove: (picture: ScriptPicture): void => removing.mutate(picture),
  };
}
export type Pictures = ReturnType<typeof usePictures>;
