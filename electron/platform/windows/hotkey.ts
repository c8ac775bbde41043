import { globalShortcut } from 'electron';

/** One global hotkey at a time. */
export function createHotkey(onPress: () => void) {
  let isRefused = false;

  return {
    isRefused: () => isRefused,
    /** `null` lets go of it. Another program may already own the keys: then it is refused and nothing breaks. */
    use(accelerator: string | null): void {
      globalShortcut.unregisterAll();
      isRefused = accelerator !== null && !tryRegister(accelerator, onPress);
    },
  };
}

function tryRegister(accelerator: string, onPress: () => void): boolean {
  try {
    return globalShortcut.register(accelerator, onPress);
  } catch {
    return false; // not a combination of keys at all
  }
}
