import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { SECOND } from '../../../shared/time/durations.ts';
import { after } from '../../lib/time/timers.ts';
import { cancelScriptFile } from './mutations.ts';

/** Reading that takes less than a second needs no word. */
function useIsSlow(): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => after(SECOND, () => setIsSlow(true)), []);
  return isSlow;
}

type ReadingNoteProps = { readonly isReading: boolean; readonly isWriting: boolean };

/** Shown while a file is read or written; one that is only read can be given up. */
export function ReadingNote({ isReading, isWriting }: ReadingNoteProps) {
  if (!isReading && !isWriting) return null;
  return <SlowNote text={isWriting ? '正在写入话术库' : '正在读取文件'} canCancel={!isWriting} />;
}

function SlowNote({ text, canCancel }: { readonly text: string; readonly canCancel: boolean }) {
  const isSlow = useIsSlow();
  if (!isSlow) return null;
  return (
    <div className="exchange-reading" role="status">
      <span>{text}</span>
      <Progress percent={100} status="active" showInfo={false} size="small" />
      {canCancel && (
        <Button size="small" onClick={() => void cancelScriptFile()}>
          取消
        </Button>
      )}
    </div>
  );
}
