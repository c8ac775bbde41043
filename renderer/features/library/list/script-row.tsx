import { StarFilled, StarOutlined } from '@ant-design/icons';
import type { PointerEvent } from 'react';
import type { Script } from '../../../../shared/domain/scripts/script.ts';
import { Tag } from '../../../ui/facts/tag.tsx';
import { type Drag, dropMark } from '../drag.tsx';
import { briefText } from '../editor/parts/script-text.ts';
import { ScopeMark } from '../editor/scope-label.tsx';

type ScriptRowProps = {
  readonly script: Script;
  readonly hasDraft: boolean;
  readonly isFavourite: boolean;
  /** Somebody else changed it since the agent last looked. */
  readonly isUnseen: boolean;
  readonly drag: Drag;
  readonly onPress: (event: PointerEvent) => void;
  readonly onFavourite: () => void;
};

function Star({ isFavourite, onFavourite }: Pick<ScriptRowProps, 'isFavourite' | 'onFavourite'>) {
  const Icon = isFavourite ? StarFilled : StarOutlined;
  return (
    // For the mouse; with the keyboard it is Ctrl+D.
    <Icon
      className="library-star"
      data-is-set={isFavourite}
      aria-hidden="true"
      title={isFavourite ? '取消收藏' : '收藏'}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        onFavourite();
      }}
    />
  );
}

export function ScriptRow(props: ScriptRowProps) {
  const { script, hasDraft, isFavourite, isUnseen, drag, onPress, onFavourite } = props;
  return (
    <div className="library-row" {...dropMark(drag, `script:${script.id}`)} onPointerDown={onPress}>
      <div className="library-row-head">
        {isUnseen && (
          <span className="library-unseen" title="有更新">
            <span className="visually-hidden">有更新</span>
          </span>
        )}
        <span className="truncate library-row-title">{script.title}</span>
        {isFavourite && <span className="visually-hidden">已收藏</span>}
        {hasDraft && <Tag tone="warning">未保存</Tag>}
        <ScopeMark scope={script.scope} />
        <span className="library-code">{script.code}</span>
        <Star isFavourite={isFavourite} onFavourite={onFavourite} />
      </div>
      <div className="library-row-text muted">
        <span className="truncate">{briefText(script.parts)}</span>
        {script.tags.length > 0 && (
          <span className="truncate library-row-tags">{script.tags.join(' · ')}</span>
        )}
      </div>
    </div>
  );
}
