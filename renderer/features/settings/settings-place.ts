/** Under this name the settings remember which section was open; whoever leads there sets it before. */
export const SETTINGS_PLACE = 'settings-section';
