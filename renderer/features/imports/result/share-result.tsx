import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { beijingDate } from '../../../../shared/time/beijing.ts';
import { call } from '../../../lib/main-process/ipc.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { drawResult, type ResultPicture } from './draw-result.ts';

type Props = ResultPicture & { readonly atMs: number };

/** The result for the team's chat: on the clipboard, or as a file. */
export function ShareResult({ atMs, ...picture }: Props) {
  const feedback = useFeedback();
  const copy = useMutation({
    mutationFn: async () => call('imports.copyPicture', { bytes: await drawResult(picture) }),
    onSuccess: () => feedback.done('图片已复制，可以粘贴到群里'),
    onError: (error) => feedback.fail(error),
  });
  const save = useMutation({
    mutationFn: async () =>
      call('imports.savePicture', {
        bytes: await drawResult(picture),
        name: `导入结果 ${beijingDate(atMs)}.png`,
      }),
    onSuccess: (path) => feedback.saved(path),
    onError: (error) => feedback.fail(error),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'copy', label: '复制图片' },
          { key: 'save', label: '存为 PNG 文件' },
        ],
        onClick: ({ key }) => (key === 'copy' ? copy.mutate() : save.mutate()),
      }}
    >
      <Button loading={copy.isPending || save.isPending}>分享</Button>
    </Dropdown>
  );
}
