import { type DragEvent, useState } from 'react';
import { movedTo } from '../../lib/moved.ts';

type Drag = { readonly key: string; readonly over: string | null };

/** Things that stand in an order of the agent's own are dragged to another place; the same is done by keys. */
export function useDragOrder(keys: readonly string[], onKeys: (keys: string[]) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const end = () => setDrag(null);
  return (key: string) => {
    const isTarget = drag?.over === key && drag.key !== key;
    const isBehind = drag !== null && keys.indexOf(drag.key) < keys.indexOf(key);
    return {
      draggable: true,
      'data-drop': isTarget ? (isBehind ? 'behind' : 'before') : undefined,
      onDragStart(event: DragEvent): void {
        event.dataTransfer.effectAllowed = 'move';
        // Without any words no drag begins.
        event.dataTransfer.setData('text/plain', key);
        setDrag({ key, over: null });
      },
      onDragOver(event: DragEvent): void {
        if (drag === null) return;
        event.preventDefault();
        if (drag.over !== key) setDrag({ ...drag, over: key });
      },
      onDrop(event: DragEvent): void {
        if (drag === null) return;
        event.preventDefault();
        if (drag.key !== key) onKeys(movedTo(keys, drag.key, keys.indexOf(key)));
        end();
      },
      onDragEnd: end,
    } as const;
  };
}
