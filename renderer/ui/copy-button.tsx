import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { copyText } from '../lib/clipboard.ts';
import { useFeedback } from './feedback.tsx';

export function useCopyText(): (text: string, what: string) => void {
  const feedback = useFeedback();
  return (text, what) => {
    if (copyText(text)) feedback.done(`已复制${what}`);
  };
}

/** Copies a nick or a number, to be pasted into the platform's search field. */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const copy = useCopyText();
  return (
    <Button
      type="text"
      size="small"
      icon={<CopyOutlined aria-hidden="true" />}
      aria-label={`复制${what}`}
      title={`复制${what}`}
      onClick={() => copy(text, what)}
    />
  );
}
