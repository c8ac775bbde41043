import { extname } from 'node:path';

/** Files as the page's head names them, from the page's own folder. */
const NAMED = /(?:src|href)="\.\/([^"]+)"/g;

/** A page asks at once for all that its head names; `served` is kept when the first page has got all of it. */
export function watchFirstPage() {
  const { promise, resolve } = Promise.withResolvers<void>();
  let missing: Set<string> | undefined;
  return {
    served: promise,
    /** `name` is the file's path in the folder of the pages, with slashes. */
    note(name: string, body: Buffer): void {
      if (!missing && extname(name) === '.html') {
        missing = new Set(Array.from(body.toString().matchAll(NAMED), ([, named = '']) => named));
      }
      missing?.delete(name);
      if (missing?.size === 0) resolve();
    },
  };
}
