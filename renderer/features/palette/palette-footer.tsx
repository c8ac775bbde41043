import { Kbd } from '../../ui/facts/kbd.tsx';

type Props = {
  readonly stackedCount: number;
  readonly canRestore: boolean;
  /** The word for what Ctrl+Enter records, if there is anything to record. */
  readonly done: string | null;
};

function Hint({ keys, effect }: { readonly keys: string; readonly effect: string }) {
  return (
    <span>
      <Kbd keys={keys} /> {effect}
    </span>
  );
}

/** The keys of the small window; there are no menus to find them in. */
export function PaletteFooter({ stackedCount, canRestore, done }: Props) {
  const isStacking = stackedCount > 0;
  return (
    <footer className="palette-footer">
      <Hint keys="Enter" effect={isStacking ? `复制 ${stackedCount} 条` : '复制'} />
      {!isStacking && <Hint keys="Shift+Enter" effect="复制不关窗" />}
      {done !== null && <Hint keys="Ctrl+Enter" effect={done} />}
      <Hint keys="Alt+Enter" effect="叠加" />
      {isStacking && <Hint keys="⌫" effect="移出最后一条" />}
      {isStacking && <Hint keys="Tab" effect="排序" />}
      {canRestore && !isStacking && <Hint keys="Ctrl+Z" effect="恢复剪贴板" />}
      <Hint keys="Esc" effect="关闭" />
    </footer>
  );
}
