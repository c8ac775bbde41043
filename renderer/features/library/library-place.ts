/** The library remembers under this name which script an agent has open; a link to one sets it before. */
export const OPEN_SCRIPT = 'library-open';
