import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import type { InputRef } from 'antd';
import { Button, Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { Script } from '../../../shared/domain/script.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import { isComposing, isEnter } from '../../lib/keyboard.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/tag.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { LibraryPlace } from './library-view.ts';
import type { Drafts } from './script-form.ts';
import { NEW_SCRIPT } from './script-form.ts';

const ROW_HEIGHT = 52;

type ScriptListProps = {
  readonly library: Output<'scripts.library'>;
  readonly scripts: readonly Script[];
  readonly place: LibraryPlace;
  readonly text: string;
  readonly openKey: string | null;
  readonly marked: ReadonlySet<string>;
  readonly drafts: Drafts;
  readonly onText: (text: string) => void;
  readonly onOpen: (key: string) => void;
  readonly onMark: (keys: ReadonlySet<string>) => void;
  readonly onNew: () => void;
};

function ScriptRow({ script, hasDraft }: { readonly script: Script; readonly hasDraft: boolean }) {
  return (
    <div className="library-row">
      <div className="library-row-head">
        <span className="truncate library-row-title">{script.title}</span>
        {hasDraft && <Tag tone="warning">未保存</Tag>}
        <span className="library-code">{script.code}</span>
      </div>
      <div className="truncate muted">{script.parts.join(' ⏎ ')}</div>
    </div>
  );
}

const EMPTY = {
  all: { title: '还没有话术', hint: '新建一条，客服即可在待办旁直接复制' },
  group: { title: '这个分组没有话术', hint: '新建话术，或从其他分组移入' },
  ungrouped: { title: '没有未分组的话术', hint: '所有话术都已归入分组' },
  archive: { title: '没有已归档的话术', hint: '归档的话术不再推荐，可随时恢复' },
} as const satisfies Record<LibraryPlace['kind'], { readonly title: string; readonly hint: string }>;

function NoScripts({ place, text }: Pick<ScriptListProps, 'place' | 'text'>) {
  return text.trim() === '' ? (
    <EmptyState {...EMPTY[place.kind]} />
  ) : (
    <EmptyState title="没有匹配的话术" hint="查找标题、编码、关键词和内容；多个词用空格隔开" />
  );
}

function Search({
  text,
  onText,
  onEnterList,
}: Pick<ScriptListProps, 'text' | 'onText'> & { readonly onEnterList: () => void }) {
  const field = useRef<InputRef>(null);
  useShortcut('scripts', () => field.current?.focus({ cursor: 'all' }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isEnter(event) && (event.key !== 'ArrowDown' || isComposing(event))) return;
    event.preventDefault();
    onEnterList();
  };
  return (
    <Input
      ref={field}
      allowClear
      autoFocus
      aria-label="查找话术"
      placeholder="标题、编码、内容"
      maxLength={100}
      prefix={<SearchOutlined aria-hidden="true" />}
      value={text}
      onKeyDown={onKeyDown}
      onChange={(event) => onText(event.target.value)}
    />
  );
}

export function ScriptList(props: ScriptListProps) {
  const { scripts, openKey, marked, drafts, onOpen, onMark, onNew } = props;
  const list = useRef<HTMLDivElement>(null);
  const enterList = () => {
    const [first] = scripts;
    if (first && !scripts.some(({ id }) => id === openKey)) onOpen(first.id);
    list.current?.focus();
  };
  const chosen = scripts.filter(({ id }) => (marked.size > 0 ? marked.has(id) : id === openKey));
  return (
    <section className="library-list" aria-label="话术列表">
      <header className="library-list-bar">
        <Search text={props.text} onText={props.onText} onEnterList={enterList} />
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={onNew}>
          新建
        </Button>
      </header>
      {NEW_SCRIPT in drafts && openKey !== NEW_SCRIPT && (
        <button type="button" className="library-new-draft" onClick={onNew}>
          <Tag tone="warning">未保存</Tag> 新话术 {drafts[NEW_SCRIPT]?.title ?? ''}，继续编辑
        </button>
      )}
      {scripts.length === 0 ? (
        <NoScripts {...props} />
      ) : (
        <div className="library-rows">
          <VirtualList
            label="话术"
            listRef={list}
            count={scripts.length}
            rowHeight={ROW_HEIGHT}
            rowKey={(index) => scripts[index]?.id}
            selectedKey={openKey}
            onSelect={onOpen}
            marked={marked}
            onMark={onMark}
            renderRow={(index) => {
              const script = scripts[index];
              return script && <ScriptRow script={script} hasDraft={script.id in drafts} />;
            }}
          />
        </div>
      )}
      <BulkBar
        library={props.library}
        place={props.place}
        chosen={chosen}
        total={scripts.length}
        onDone={() => onMark(new Set())}
      />
    </section>
  );
}
