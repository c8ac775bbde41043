import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { ShopId } from '../../../../shared/domain/ids.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { useEscape } from '../../../lib/shortcuts.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FindingText } from '../../../ui/facts/finding-text.tsx';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { Tag } from '../../../ui/facts/tag.tsx';
import { useFeedback } from '../../../ui/feedback.tsx';
import { ExportMenu } from '../../../ui/forms/export-menu.tsx';
import { ShopSelect } from '../../../ui/forms/shop-select.tsx';
import { VirtualList } from '../../../ui/lists/virtual-list.tsx';
import type { Drafts } from '../editor/script-form.ts';
import type { Library } from '../library-view.ts';
import { useEdit, useSaveWordingTable } from '../mutations.ts';
import { useUndoable } from '../use-undoable.ts';
import type { PartPlace, ReportRow, ScriptFindings } from './wording-view.ts';
import {
  countFindings,
  fixable,
  isWarning,
  libraryFindings,
  reportRows,
  scriptsToCheck,
} from './wording-view.ts';

const ROW_PX = 28;

type WordingReportProps = {
  readonly library: Library;
  readonly drafts: Drafts;
  readonly onJump: (scriptId: string, place: PartPlace) => void;
  /** Back to the script that stood there. */
  readonly onClose: () => void;
};

function Row({ row }: { readonly row: ReportRow }) {
  if (row.kind === 'script') {
    return (
      <div className="wording-row" data-kind="script">
        <span className="truncate">{row.script.title}</span>
        <span className="library-code">{row.script.code}</span>
      </div>
    );
  }
  const { finding, place } = row;
  return (
    <div className="wording-row">
      <span className="muted numeric">第 {place.part + 1} 段</span>
      <span className="truncate">
        <FindingText finding={finding} />
      </span>
      {isWarning(finding) && <Tag tone="warning">{finding.name}</Tag>}
    </div>
  );
}

function Export({ shopId }: { readonly shopId: ShopId | null }) {
  const feedback = useFeedback();
  const save = useSaveWordingTable((path) => feedback.saved(path));
  return (
    <ExportMenu
      size="small"
      disabled={save.isPending}
      onFormat={(format) => save.mutate({ what: 'wording', format, shopId })}
    >
      导出
    </ExportMenu>
  );
}

type FixAllProps = { readonly scripts: readonly ScriptFindings[]; readonly shopId: ShopId | null };

/** One stroke for the whole library, and one to take it back. */
function FixAll({ scripts, shopId }: FixAllProps) {
  const run = useUndoable();
  const { mutateAsync: fix, isPending } = useEdit('scripts.fixWording');
  const ids = scripts.map(({ script }) => script.id);
  return (
    <Button
      size="small"
      type="primary"
      disabled={ids.length === 0 || isPending}
      title="有更好说法的用语全部替换"
      onClick={() =>
        void run(fix({ ids, shopId }), `已修改 ${ids.length.toLocaleString('zh-CN')} 条话术的用语`)
      }
    >
      全部修改
    </Button>
  );
}

/** R13: the whole library at once; each line leads to its word in the editor. */
export function WordingReport({ library, drafts, onJump, onClose }: WordingReportProps) {
  const { shops } = useAppState();
  const [shopId, setShopId] = useState<ShopId | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const checked = useMemo(() => scriptsToCheck(library.scripts, shopId), [library.scripts, shopId]);
  const findings = useMemo(
    () => libraryFindings(checked, { drafts, shops, shopId }),
    [checked, drafts, shops, shopId],
  );
  useEscape(onClose, true);
  const rows = useMemo(() => reportRows(findings), [findings]);
  const { warnings, advice } = countFindings(findings);
  const open = (key: string) => {
    const row = rows.find((one) => one.key === key);
    if (row) onJump(row.script.id, row.kind === 'script' ? row.first : row.place);
  };
  return (
    <section className="library-editor" aria-label="用语检查">
      <header className="panel-header library-editor-head">
        <h2 className="panel-title">用语检查</h2>
        <output className="muted numeric">
          {checked.length} 条话术，{warnings} 处警告，{advice} 处建议
        </output>
        <div className="panel-extra">
          <ShopSelect
            size="small"
            label="按哪家店铺的规范检查"
            every="全部店铺的规范"
            shopId={shopId}
            onShop={setShopId}
          />
          <Export shopId={shopId} />
          <FixAll scripts={fixable(findings, drafts)} shopId={shopId} />
          <Button size="small" onClick={onClose}>
            关闭 <Kbd keys="Esc" />
          </Button>
        </div>
      </header>
      {rows.length === 0 ? (
        <EmptyState title="没有用语提示" hint="全部话术都符合用语规范" />
      ) : (
        <div className="wording-report">
          <VirtualList
            label="用语提示"
            count={rows.length}
            rowHeight={ROW_PX}
            rowKey={(index) => rows[index]?.key}
            renderRow={(index) => {
              const row = rows[index];
              return row && <Row row={row} />;
            }}
            selectedKey={selected}
            onSelect={setSelected}
            onOpen={open}
          />
        </div>
      )}
    </section>
  );
}
