import { Switch } from 'antd';
import { DEFAULT_PALETTE_HOTKEY, paletteSettings } from '../../../../shared/domain/settings/app/palette.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { DeclaredRow } from '../fields/declared-row.tsx';
import { DomainFields } from '../fields/domain-fields.tsx';
import { KeyList } from '../keys/key-list.tsx';
import { useSaveAppSettings } from '../mutations.ts';
import { HotkeyRecorder } from './hotkey-recorder.tsx';

export function HotkeySection() {
  const { settings, isHotkeyRefused } = useAppState();
  const save = useSaveAppSettings('palette');
  const { paletteHotkey } = settings.palette;
  const setHotkey = (hotkey: string | null) => save.mutate({ paletteHotkey: hotkey });
  const refusal =
    paletteHotkey !== null && isHotkeyRefused ? '该组合键已被其他程序占用，请换一个' : undefined;
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>快捷键</h2>
      </header>
      <div className="settings-group">
        <DeclaredRow
          declaration={paletteSettings}
          name="paletteHotkey"
          value={paletteHotkey}
          htmlFor="palette-hotkey"
          error={refusal}
          onDefault={setHotkey}
        >
          <Switch
            id="palette-hotkey"
            aria-label="话术小窗"
            checked={paletteHotkey !== null}
            onChange={(isOn) => setHotkey(isOn ? DEFAULT_PALETTE_HOTKEY : null)}
          />
          {paletteHotkey !== null && <HotkeyRecorder accelerator={paletteHotkey} onRecord={setHotkey} />}
        </DeclaredRow>
        <DomainFields
          declaration={paletteSettings}
          names={['readsClipboard']}
          values={settings.palette}
          onChange={(change) => save.mutate(change)}
        />
      </div>
      <div className="settings-group" data-place="keys.chosenKeys">
        <h3>工作台的按键</h3>
        <KeyList />
      </div>
    </div>
  );
}
