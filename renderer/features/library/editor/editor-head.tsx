import { Button } from 'antd';
import type { Script } from '../../../../shared/domain/scripts/script.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { SHORTCUTS, useShortcut } from '../../../lib/shortcuts.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { Tag } from '../../../ui/facts/tag.tsx';

type EditorHeadProps = {
  /** `undefined`: a new one. */
  readonly script: Script | undefined;
  readonly isUnsaved: boolean;
  /** Whether the change needs no lead. */
  readonly isFree: boolean;
  readonly onDiscard: () => void;
  readonly save: () => void;
};

function PageButton({ script }: { readonly script: Script }) {
  const { openScriptPage } = useNavigation();
  const open = () => openScriptPage(script.id);
  useShortcut(SHORTCUTS.pageOfScript, open);
  return (
    <Button title="催付效果、历史版本和案例" onClick={open}>
      效果与历史 <Kbd keys={SHORTCUTS.pageOfScript.label} />
    </Button>
  );
}

export function EditorHead({ script, isUnsaved, isFree, onDiscard, save }: EditorHeadProps) {
  return (
    <header className="panel-header library-editor-head">
      <h2 className="panel-title">{script === undefined ? '新话术' : '编辑话术'}</h2>
      {script !== undefined && script.archivedAtMs !== null && <Tag>已归档</Tag>}
      {isUnsaved && <Tag tone="warning">有未保存的修改</Tag>}
      <div className="panel-extra">
        {isUnsaved && <Button onClick={onDiscard}>放弃修改</Button>}
        {script !== undefined && <PageButton script={script} />}
        <Button type="primary" disabled={!isUnsaved} onClick={save}>
          {isFree ? '保存' : '提交建议'} {isUnsaved && <Kbd keys="Ctrl+S" />}
        </Button>
      </div>
    </header>
  );
}
