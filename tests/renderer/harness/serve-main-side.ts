import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { Theme } from '../../../shared/domain/settings/app/appearance.ts';
import { EVENTS } from '../../../shared/ipc/wire.ts';
import { openShopFloor } from '../../support/main-side/a-shop-floor.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** `?orders=10000&theme=dark&first-run&signed-out&unchecked` */
function openAs(params: URLSearchParams): MainSide {
  const main = createMainSide({ startsAtMs: Date.now() });
  openShopFloor(main, {
    orderCount: Number(params.get('orders') ?? 24),
    isFirstRun: params.has('first-run'),
    ...(params.has('signed-out') ? { signedIn: null } : {}),
    settings: {
      appearance: { theme: Theme.catch('light').parse(params.get('theme')) },
      reminders: { reminderChecked: !params.has('unchecked') },
    },
  });
  return main;
}

/** Answers a page in a browser as main would: one main side for each time that the page is opened. */
export function serveMainSide(): Plugin {
  let main: MainSide | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (request.url === '/open') main = openAs(new URLSearchParams(body));
    const { channel, input } = request.url === '/invoke' ? JSON.parse(body) : {};
    response.end(main && channel ? await main.bridge.invoke(channel, input) : '');
  }

  function push(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of EVENTS)
      main?.bridge.subscribe(event, (payload) =>
        response.write(`data: ${JSON.stringify({ event, payload })}\n\n`),
      );
  }

  return {
    name: 'main-side',
    configureServer({ middlewares }) {
      middlewares.use('/main', (request, response) => {
        if (request.url === '/events') push(response);
        else void answer(request, response);
      });
    },
  };
}
