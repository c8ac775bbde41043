const MB = 2 ** 20;
const GB = 2 ** 30;

/** As a person reads it: `37 MB`, `1.4 GB`. */
export const bytesInWords = (bytes: number): string =>
  bytes >= GB ? `${(bytes / GB).toFixed(1)} GB` : `${Math.ceil(bytes / MB)} MB`;
