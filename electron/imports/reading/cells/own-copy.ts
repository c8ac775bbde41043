/** The same text by itself. What is cut from a file keeps all the text around it in memory for as long as it is kept. */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
