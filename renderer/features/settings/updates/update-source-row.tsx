import { Button, Input } from 'antd';
import { useState } from 'react';
import { isEnter } from '../../../lib/keyboard.ts';
import { useCurrentAgent } from '../../../lib/main-process/app-state.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { SettingsRow } from '../fields/settings-row.tsx';
import { useChooseUpdateFolder, useSetUpdateSource } from './update-calls.ts';

const HINT = '放安装包的文件夹、共享文件夹或内网网址，由主管或经理设置。未设置时不检查，也不联网。';

/** The place where the app looks for newer versions; only leads may set it. */
export function UpdateSourceRow({ source }: { readonly source: string | null }) {
  const [text, setText] = useState(source ?? '');
  const feedback = useFeedback();
  const choose = useChooseUpdateFolder();
  const save = useSetUpdateSource();
  const role = useCurrentAgent()?.role;
  const words = { label: '更新来源', hint: HINT } as const;
  if (role !== 'lead' && role !== 'manager') {
    return (
      <SettingsRow {...words}>
        {source === null ? (
          <span className="muted">未设置</span>
        ) : (
          <code className="settings-path">{source}</code>
        )}
      </SettingsRow>
    );
  }

  const use = (wanted: string | null) =>
    save.mutate(wanted, {
      onSuccess: () => {
        setText(wanted ?? '');
        feedback.done(wanted === null ? '已停止检查更新' : '已保存更新来源', {
          undo: () => save.mutateAsync(source).then(() => setText(source ?? '')),
        });
      },
    });
  const wanted = text.trim();
  const isChanged = wanted !== '' && wanted !== source;
  return (
    <SettingsRow {...words} htmlFor="update-source">
      <Input
        id="update-source"
        className="settings-source"
        value={text}
        placeholder="未设置"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => isEnter(event) && isChanged && use(wanted)}
      />
      <Button
        onClick={() => choose.mutate(undefined, { onSuccess: (path) => path !== null && setText(path) })}
      >
        选择文件夹
      </Button>
      {source !== null && <Button onClick={() => use(null)}>停用</Button>}
      <Button type="primary" disabled={!isChanged || save.isPending} onClick={() => use(wanted)}>
        保存
      </Button>
    </SettingsRow>
  );
}
