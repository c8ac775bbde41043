/** The settings remember under this name which section was open; a link into the settings sets it before. */
export const SETTINGS_PLACE = 'settings-section';
