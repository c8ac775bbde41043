import { Switch } from 'antd';
import { DEFAULT_PALETTE_HOTKEY } from '../../../../shared/domain/settings/palette.ts';
import { useAppState } from '../../../lib/app-state.ts';
import { useSaveAppSettings } from '../mutations.ts';
import { SettingsRow } from '../settings-row.tsx';
import { HotkeyRecorder } from './hotkey-recorder.tsx';

export function HotkeySection() {
  const { settings, isHotkeyRefused } = useAppState();
  const save = useSaveAppSettings('palette');
  const { paletteHotkey, readsClipboard } = settings.palette;
  const refusal =
    paletteHotkey !== null && isHotkeyRefused ? '该组合键已被其他程序占用，请换一个' : undefined;
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>快捷键</h2>
      </header>
      <div className="settings-group">
        <SettingsRow
          label="话术小窗"
          htmlFor="palette-hotkey"
          hint="在任何程序中按下组合键，弹出话术搜索，回车复制后自动收起"
          error={refusal}
        >
          <Switch
            id="palette-hotkey"
            aria-label="话术小窗"
            checked={paletteHotkey !== null}
            onChange={(isOn) => save.mutate({ paletteHotkey: isOn ? DEFAULT_PALETTE_HOTKEY : null })}
          />
          {paletteHotkey !== null && (
            <HotkeyRecorder
              accelerator={paletteHotkey}
              onRecord={(accelerator) => save.mutate({ paletteHotkey: accelerator })}
            />
          )}
        </SettingsRow>
        <SettingsRow
          label="识别剪贴板"
          htmlFor="clipboard"
          hint="打开小窗时查看剪贴板里是否有订单号或客户昵称，用来填好话术。内容只在本机比对，不保存、不上传。"
        >
          <Switch
            id="clipboard"
            aria-label="识别剪贴板"
            checked={readsClipboard}
            onChange={(isOn) => save.mutate({ readsClipboard: isOn })}
          />
        </SettingsRow>
      </div>
      <p className="muted">工作台内的快捷键按 F1 查看。</p>
    </div>
  );
}
