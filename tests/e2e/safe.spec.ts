import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './support/app.ts';
import { ask, askRaw } from './support/bridge.ts';
import { openShop } from './support/seed.ts';

const NOW = '2026-06-10T10:00:00+08:00';

/** Runs it in the page and answers with what came, or the error's name. */
const attempt = (expression: string): string =>
  `(async () => ${expression})().then((value) => String(value), (error) => error.name + ': ' + error.message)`;

test.describe('the page is locked in', () => {
  test('X6: it has no Node, no way out, no permission and no code but our own', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window, electron } = app;
    await openShop(app);
    expect(
      await window.evaluate(
        '[typeof require, typeof process, typeof module, typeof global, Object.keys(window.xiaoer).sort().join()]',
      ),
    ).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'invoke,pathOfFile,subscribe']);

    expect(await window.evaluate("window.open('https://example.com/') === null")).toBe(true);
    expect(electron.windows()).toHaveLength(1);

    // Asked by a script of the page itself, for what DevTools evaluates is let through.
    const run = (code: string) =>
      window.evaluate(
        `new Promise((done) => {
          const violation = (event) => done('blocked ' + event.effectiveDirective);
          document.addEventListener('securitypolicyviolation', violation, { once: true });
          const script = document.createElement('script');
          script.textContent = ${JSON.stringify(code)};
          document.head.append(script);
          if (window.hasRun) done('ran');
        })`,
      );
    expect(await run('window.hasRun = true')).toMatch(/^blocked script-src/);
    expect(
      await window.evaluate(
        attempt("navigator.permissions.query({ name: 'geolocation' }).then((p) => p.state)"),
      ),
    ).toBe('denied');
    expect(await window.evaluate(attempt('Notification.requestPermission()'))).toBe('denied');
    expect(await window.evaluate(attempt('navigator.mediaDevices.getUserMedia({ audio: true })'))).toMatch(
      /^(NotAllowed|NotFound)Error/,
    );
  });

  test('X6: it cannot be led elsewhere', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const contents = await app.electron.browserWindow(app.window);
    // Asked by way of main: a navigation that is refused leaves the test's own view of the page waiting for it.
    const run = (code: string) =>
      contents.evaluate(
        (window, text) => window.webContents.executeJavaScript(text) as Promise<unknown>,
        code,
      );
    const home = await run('location.href');
    for (const target of ['https://example.com/', 'file:///etc/passwd', 'app://elsewhere/index.html']) {
      await run(`void location.assign('${target}')`);
      await run('new Promise((done) => setTimeout(done, 100))');
      expect(await run('location.href')).toBe(home);
    }
    expect(await run("document.querySelector('h1').textContent")).toBe('小二工作台');
  });

  test('X6: nothing leaves, not even to this PC', async ({ launchApp }) => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      response.setHeader('access-control-allow-origin', '*');
      response.end('hello');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/`;
    const app = await launchApp({ now: NOW });
    await openShop(app, { withSample: true });
    expect(await app.window.evaluate(attempt(`fetch('${url}')`))).toMatch(/^TypeError/);
    expect(
      await app.window.evaluate(
        `new Promise((done) => { const image = new Image(); image.onload = () => done('loaded');
          image.onerror = () => done('refused'); image.src = '${url}'; })`,
      ),
    ).toBe('refused');
    // The second wall, behind the page's own policy.
    const fromMain = await app.electron.evaluate(
      ({ session }, target) =>
        session.defaultSession.fetch(target).then(
          () => 'answered',
          () => 'refused',
        ),
      url,
    );
    expect(fromMain).toBe('refused');
    expect(requests).toBe(0);
    server.close();
  });

  test('X6: unknown channels and bad input are refused, and a bug never tells its story', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app, { withSample: true });
    expect(await askRaw(window, 'shell.run', 'ls')).toEqual({
      ok: false,
      failure: { code: 'invalid-input', message: '没有这项功能' },
    });
    expect(await askRaw(window, 'orders.detail', { orderId: 42 })).toEqual({
      ok: false,
      failure: { code: 'invalid-input', message: '输入不符合要求' },
    });
    expect(
      await askRaw(window, 'imports.preview', { paths: ['/etc/passwd'], shopId: 'nobody' }),
    ).toMatchObject({
      ok: false,
    });

    // The disk gives up under the store: the page hears that, and no more.
    await app.electron.evaluate(({ clipboard }) => {
      clipboard.writeText = () => {
        throw new Error('SQLITE_IOERR at /home/agent/secret.db');
      };
    });
    const occasion = { orderId: null, taskId: null };
    const [hit] = await ask(window, 'scripts.search', { text: 'bthf', occasion, limit: 1 });
    const library = await ask(window, 'scripts.library', undefined);
    const scriptId = hit?.script.id ?? library.scripts[0]?.id;
    const answers = { 店铺: '甲', 客服: '乙' };
    const reply = await askRaw(window, 'scripts.copy', { scriptId, message: 0, occasion, answers });
    expect(reply).toEqual({
      ok: false,
      failure: { code: 'internal', message: '程序出现内部错误，已写入日志' },
    });
  });
});
