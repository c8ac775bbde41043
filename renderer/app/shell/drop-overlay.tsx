import { useEffect, useEffectEvent, useState } from 'react';
import { pathOfFile } from '../../lib/main-process/ipc.ts';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** A field that takes files of that type itself, such as a picture into a script. */
function isTakenBelow({ target, dataTransfer }: DragEvent): boolean {
  const type =
    target instanceof Element && target.closest('[data-takes-files]')?.getAttribute('data-takes-files');
  return (
    typeof type === 'string' && [...(dataTransfer?.items ?? [])].every((item) => item.type.startsWith(type))
  );
}

type DropOverlayProps = {
  /** The kind of file that the open screen takes a dropped one for. */
  readonly what: string;
  readonly onDrop: (paths: readonly string[]) => void;
};

/** An export may be dropped anywhere on the window, whatever is on the screen. */
export function DropOverlay({ what, onDrop }: DropOverlayProps) {
  const [isOver, setIsOver] = useState(false);

  const over = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setIsOver(!isTakenBelow(event));
  });
  const leave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setIsOver(false);
  });
  const drop = useEffectEvent((event: DragEvent) => {
    // Without this the window would open the file in place of the app.
    event.preventDefault();
    setIsOver(false);
    const paths = [...(event.dataTransfer?.files ?? [])].map(pathOfFile).filter((path) => path !== '');
    if (paths.length > 0) onDrop(paths);
  });

  useEffect(() => {
    const ends = new AbortController();
    const options = { signal: ends.signal };
    window.addEventListener('dragover', (event) => over(event), options);
    window.addEventListener('dragleave', (event) => leave(event), options);
    window.addEventListener('drop', (event) => drop(event), options);
    return () => ends.abort();
  }, []);

  if (!isOver) return null;
  return (
    <div className="drop-overlay">
      <p>松开即可导入{what}</p>
      <p className="muted">支持 csv、xlsx；先预览，确认后写入</p>
    </div>
  );
}
