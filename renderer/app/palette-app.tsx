import { PaletteWindow } from '../features/palette/palette-window.tsx';
import { ScriptPicker } from '../features/scripts/script-picker.tsx';

export function PaletteApp() {
  return (
    <PaletteWindow
      renderPicker={(occasion, hide) => (
        <ScriptPicker occasion={occasion} autoFocus onLeave={hide} onFinished={hide} />
      )}
    />
  );
}
