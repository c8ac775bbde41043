import { PaletteWindow, type PickerSlot } from '../features/palette/palette-window.tsx';
import { FieldsForm } from '../features/scripts/copying/missing-form.tsx';
import { ScriptPicker } from '../features/scripts/script-picker.tsx';

const Picker = (slot: PickerSlot) => <ScriptPicker {...slot} autoFocus pinsProgress />;

export function PaletteApp() {
  return <PaletteWindow Picker={Picker} Form={FieldsForm} />;
}
