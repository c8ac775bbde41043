import { Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { LONGEST_TAG, type Script, ScriptTag } from '../../../../../shared/domain/scripts/script.ts';
import { isEnter } from '../../../../lib/keyboard.ts';
import { type Library, tagCounts } from '../../library-view.ts';
import type { ScriptActions } from '../../list/use-script-actions.ts';

/** More would be a list to read rather than to pick from; what is typed finds the others. */
const SHOWN = 12;

type TagMenuProps = {
  readonly library: Library;
  readonly chosen: readonly Script[];
  readonly actions: ScriptActions;
};

function TagChoices({ library, chosen, actions }: TagMenuProps) {
  const [text, setText] = useState('');
  const typed = text.trim();
  const tags = tagCounts(library.scripts)
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(typed));
  const countOf = (tag: string) => chosen.filter((script) => script.tags.includes(tag)).length;
  const add = () => {
    const tag = ScriptTag.safeParse(text);
    if (!tag.success) return;
    void actions.addTag(chosen, tag.data);
    setText('');
  };
  return (
    <div className="library-tag-menu" role="dialog" aria-label="标签">
      <Input
        size="small"
        autoFocus
        maxLength={LONGEST_TAG}
        aria-label="添加标签"
        placeholder="输入新标签，回车添加"
        value={text}
        onKeyDown={(event) => isEnter(event) && add()}
        onChange={(event) => setText(event.target.value)}
      />
      {tags.slice(0, SHOWN).map((tag) => {
        const count = countOf(tag);
        const isOnAll = count === chosen.length;
        return (
          <Checkbox
            key={tag}
            checked={isOnAll}
            indeterminate={count > 0 && !isOnAll}
            onChange={() => void (isOnAll ? actions.removeTag(chosen, tag) : actions.addTag(chosen, tag))}
          >
            {tag}
          </Checkbox>
        );
      })}
    </div>
  );
}

export function TagMenu(props: TagMenuProps) {
  return (
    <Popover trigger="click" placement="topLeft" destroyOnHidden content={<TagChoices {...props} />}>
      <Button size="small">标签</Button>
    </Popover>
  );
}
