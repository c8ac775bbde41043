import { z } from 'zod';
import { SETTINGS_PLACE } from '../../../features/settings/settings-place.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { useViewMemory } from '../../../lib/place/view-state.ts';

/** Leads to one section of the settings, also from another one. */
export function useOpenSettings(): (section: string) => void {
  const { openScreen } = useNavigation();
  const [, keepSection] = useViewMemory(SETTINGS_PLACE, z.string(), '');
  return (section) => {
    keepSection(section);
    openScreen('settings');
  };
}
