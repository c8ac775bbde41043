import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

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

/** Serves the built page from its folder and nothing outside it. */
export function servePage(folder: string): void {
  const root = normalize(folder);
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const path = normalize(join(root, decodeURIComponent(pathname)));
    const type = TYPES[extname(path)];
    if (host !== 'xiaoer' || !path.startsWith(root + sep) || type === undefined) {
      return new Response('not found', { status: 404 });
    }
    try {
      const body = await readFile(path);
      return new Response(new Uint8Array(body), { headers: { 'content-type': type, ...SECURITY_HEADERS } });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
}
