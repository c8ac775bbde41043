import { Button } from 'antd';
import { Kbd } from '../../ui/kbd.tsx';
import type { Copying } from './use-copying.ts';

/** How far a script has been copied, and which message the next key takes. */
export function CopyProgressBar({ copying }: { readonly copying: Copying }) {
  const { progress, startAgain } = copying;
  return (
    <div className="script-progress" hidden={progress === null}>
      <output className="script-progress-text" aria-live="polite">
        {progress && (
          <>
            <span className="truncate">{progress.title}</span>
            <span className="numeric">
              已复制 {progress.next}/{progress.total}
            </span>
          </>
        )}
      </output>
      {progress && (
        <>
          <span className="muted">
            <Kbd keys="Enter" /> 复制第 {progress.next + 1} 条
          </span>
          <Button size="small" type="link" onClick={startAgain}>
            从头复制
          </Button>
        </>
      )}
    </div>
  );
}
