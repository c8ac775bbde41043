import { readFile } from 'node:fs/promises';
import { extname, join, normalize, relative, sep } from 'node:path';
import { protocol } from 'electron';
import type { PictureExtension } from '../../../shared/domain/scripts/media/script-picture.ts';
import { watchFirstPage } from './first-page.ts';
import { pictureAt } from './picture-address.ts';

/** The page has an origin of its own instead of `file://`, which would share one with every file on the PC. */
export const PAGE_ORIGIN = 'app://xiaoer';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/** Must run before the app is ready. */
export function declarePageProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    // The page's code is compiled at its first start and kept, not compiled at every start.
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Node reads its fetch code at the first response, which would be the page's first request: 40 ms of a start. */
export function readyResponses(): void {
  notFound();
}

const PICTURE_TYPES = { png: 'image/png', jpg: 'image/jpeg' } as const;

type Picture = { readonly bytes: Uint8Array; readonly extension: PictureExtension };
type ReadPicture = (id: string) => Picture | null;
export type PicturesByPlace = { readonly pictures: ReadPicture; readonly evidence: ReadPicture };

const notFound = () => new Response('not found', { status: 404 });

function pictureResponse(picture: Picture | null): Response {
  if (picture === null) return notFound();
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': PICTURE_TYPES[picture.extension],
      // A picture is never changed, only replaced by another one.
      'cache-control': 'private, max-age=86400, immutable',
      ...SECURITY_HEADERS,
    },
  });
}

/**
 * Serves the built page from its folder and nothing outside it, and, once they can be read, the pictures of scripts
 * and of evidence.
 * The promise is kept when the first page has got its code and its styles.
 */
export function servePage(folder: string, readingPictures: Promise<PicturesByPlace>): Promise<void> {
  const root = normalize(folder);
  const firstPage = watchFirstPage();
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== 'xiaoer') return notFound();
    const picture = pictureAt(pathname);
    if (picture !== null) {
      const read = await readingPictures;
      return pictureResponse(read[picture.place](picture.id));
    }
    const path = normalize(join(root, decodeURIComponent(pathname)));
    const type = TYPES[extname(path)];
    if (!path.startsWith(root + sep) || type === undefined) return notFound();
    try {
      const body = await readFile(path);
      firstPage.note(relative(root, path).split(sep).join('/'), body);
      return new Response(new Uint8Array(body), { headers: { 'content-type': type, ...SECURITY_HEADERS } });
    } catch {
      return notFound();
    }
  });
  return firstPage.served;
}
