/** Windows shows toasts only for a known application id; the installer registers the same. */
export const APP_ID = 'com.xiaoer.workstation';

/** Below the system's folder for program data. Not the product's name: that one is Chinese, and may change. */
export const DATA_FOLDER = 'xiaoer';
