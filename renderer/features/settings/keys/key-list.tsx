import './keys.css';
import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { type Ref, useState } from 'react';
import { keysLabel } from '../../../lib/keys/key-names.ts';
import { firstKeysOf, isChosen, nameOf } from '../../../lib/keys/own-keys.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import type { Shortcut } from '../../../lib/shortcuts.ts';
import { useSaveAppSettings } from '../mutations.ts';
import { findKeys, type KeyGroup, keyGroups } from './key-groups.ts';
import { KeyRecorder } from './key-recorder.tsx';

type ChosenKeys = Readonly<Record<string, string>>;

function without(chosen: ChosenKeys, name: string): ChosenKeys {
  return Object.fromEntries(Object.entries(chosen).filter(([each]) => each !== name));
}

function useChosenKeys() {
  const { settings } = useAppState();
  const save = useSaveAppSettings('keys');
  const { chosenKeys } = settings.keys;
  return {
    count: Object.keys(chosenKeys).length,
    choose(shortcut: Shortcut, keys: string): void {
      const others = without(chosenKeys, nameOf(shortcut));
      const isFirst = keys === firstKeysOf(shortcut);
      save.mutate({ chosenKeys: isFirst ? others : { ...others, [nameOf(shortcut)]: keys } });
    },
    resetAll: () => save.mutate({ chosenKeys: {} }),
  };
}

type Keys = ReturnType<typeof useChosenKeys>;

function ShortcutRow({ shortcut, keys }: { readonly shortcut: Shortcut; readonly keys: Keys }) {
  const { settings } = useAppState();
  const first = firstKeysOf(shortcut);
  return (
    <li className="key-row">
      <span>{shortcut.effect}</span>
      {isChosen(shortcut) && (
        <Button size="small" type="link" onClick={() => keys.choose(shortcut, first)}>
          恢复 {keysLabel(first)}
        </Button>
      )}
      <KeyRecorder
        shortcut={shortcut}
        paletteKeys={settings.palette.paletteHotkey}
        onKeys={(chosen) => keys.choose(shortcut, chosen)}
      />
    </li>
  );
}

function Group({ group, keys }: { readonly group: KeyGroup; readonly keys: Keys }) {
  return (
    <div role="group" className="key-group" aria-label={group.title}>
      <h3>{group.title}</h3>
      <ul>
        {group.lines.map(({ label, effect }) => (
          <li key={effect} className="key-row">
            <span>{effect}</span>
            <kbd className="kbd key-fixed">{label}</kbd>
          </li>
        ))}
        {group.shortcuts.map((shortcut) => (
          <ShortcutRow key={nameOf(shortcut)} shortcut={shortcut} keys={keys} />
        ))}
      </ul>
    </div>
  );
}

function Groups({ groups, keys }: { readonly groups: readonly KeyGroup[]; readonly keys: Keys }) {
  return (
    <div className="keys-groups">
      {groups.map((group) => (
        <Group key={group.title} group={group} keys={keys} />
      ))}
    </div>
  );
}

/** Every key of the program: looked for by what it does, changed by a click and a press. */
export function KeyList({ search }: { readonly search?: Ref<InputRef> }) {
  const [text, setText] = useState('');
  // The order stays while keys are changed.
  const [groups] = useState(keyGroups);
  const keys = useChosenKeys();
  const found = findKeys(groups, text);
  const elsewhere = found.filter(({ isHere }) => !isHere);
  return (
    <div className="keys">
      <div className="keys-head">
        <Input
          {...(search === undefined ? {} : { ref: search })}
          allowClear
          aria-label="查找按键"
          placeholder="做什么、拼音首字母或按键，例如 延后、fzht、ctrl+e"
          maxLength={60}
          prefix={<SearchOutlined aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button disabled={keys.count === 0} onClick={keys.resetAll}>
          全部恢复
        </Button>
      </div>
      <Groups groups={found.filter(({ isHere }) => isHere)} keys={keys} />
      {elsewhere.length > 0 && (
        <>
          <h2 className="keys-elsewhere">在其他页面</h2>
          <Groups groups={elsewhere} keys={keys} />
        </>
      )}
      {found.length === 0 && <p className="muted">没有找到「{text.trim()}」，换个词或直接输入按键</p>}
    </div>
  );
}
