import { Button } from 'antd';
import { type KeyboardEvent, type MouseEvent, useEffect } from 'react';
import type { ScriptHit } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/facts/kbd.tsx';
import type { Copying } from './copying/use-copying.ts';
import { isJoinable } from './copying/use-joining.ts';
import { ScriptCard } from './script-card.tsx';

type Props = {
  readonly listId: string;
  readonly hits: readonly ScriptHit[];
  readonly active: number;
  readonly isSearching: boolean;
  /** The first one is what the app advises for the order. */
  readonly isRanked: boolean;
  readonly copying: Copying;
  readonly onActive: (index: number) => void;
  readonly onSaveAs: () => void;
  readonly onReword: (hit: ScriptHit) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The shop lets several messages be pasted as one. */
  readonly isWholeOffered: boolean;
};

type NoScriptsProps = { readonly isSearching: boolean; readonly onSaveAs: () => void };

function NoScripts({ isSearching, onSaveAs }: NoScriptsProps) {
  return isSearching ? (
    <EmptyState
      title="没有找到话术"
      hint="换个词，或输入编码、拼音首字母"
      action={
        <Button size="small" onClick={onSaveAs}>
          存为话术 <Kbd keys="Ctrl+N" />
        </Button>
      }
    />
  ) : (
    <EmptyState title="话术库还是空的" hint="可在「话术」页添加" />
  );
}

/** Which script and which message of it was clicked. */
function targetOf(event: MouseEvent): { readonly index: number; readonly message: number | null } | null {
  if (!(event.target instanceof Element)) return null;
  const index = event.target.closest('[data-hit]')?.getAttribute('data-hit');
  const message = event.target.closest('[data-message]')?.getAttribute('data-message');
  if (index === null || index === undefined) return null;
  return {
    index: Number(index),
    message: message === null || message === undefined ? null : Number(message),
  };
}

/** A click chooses a script, a click on a text copies it. */
export function ScriptList(props: Props) {
  const { listId, hits, active, copying, onActive } = props;
  const activeId = `${listId}-${active}`;
  useEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function click(event: MouseEvent): void {
    const target = targetOf(event);
    const hit = target && hits[target.index];
    if (!hit) return;
    const isOn = (mark: string) => event.target instanceof Element && event.target.closest(mark) !== null;
    if (isOn('[data-whole]')) copying.copyWhole(hit);
    else if (isOn('[data-reword]')) props.onReword(hit);
    else {
      onActive(target.index);
      if (target.message !== null) copying.copy(hit, target.message);
    }
  }

  if (hits.length === 0) return <NoScripts isSearching={props.isSearching} onSaveAs={props.onSaveAs} />;
  return (
    <div
      className="script-list"
      role="listbox"
      id={listId}
      aria-label="话术"
      tabIndex={-1}
      onClick={click}
      onKeyDown={props.onKeyDown}
    >
      {hits.map((hit, index) => (
        <div
          key={hit.script.id}
          id={`${listId}-${index}`}
          className="script-card"
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          data-hit={index}
        >
          <ScriptCard
            hit={copying.said(hit)}
            isActive={index === active}
            isRecommended={index === 0 && props.isRanked}
            answers={copying.answers}
            nextMessage={copying.nextMessageOf(hit)}
            isWholeOffered={props.isWholeOffered && isJoinable(hit)}
          />
        </div>
      ))}
    </div>
  );
}
