import { Button } from 'antd';
import type { ScriptId } from '../../../../shared/domain/ids.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import type { Copying } from './use-copying.ts';

type Props = {
  readonly copying: Copying;
  /** The script that the keys act on; another one may be chosen meanwhile. */
  readonly activeId: ScriptId | undefined;
};

/** How far a script has been copied, and which message the next key takes. */
export function CopyProgressBar({ copying, activeId }: Props) {
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
          {activeId === progress.scriptId && (
            <span className="muted">
              <Kbd keys="Enter" /> 复制第 {progress.next + 1} 条
            </span>
          )}
          <Button size="small" type="link" onClick={startAgain}>
            从头复制
          </Button>
        </>
      )}
    </div>
  );
}
