// Starts the program that is measured and says when its page is of use. Electron runs this file itself, so it is plain
// JavaScript; the program sees nothing of it but its own folder.
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { BENCH_MAIN, BENCH_APP_PATH, BENCH_READY, BENCH_SIGN_IN } = process.env;

/** Runs in the page. A window that is not shown yet paints nothing, so only the last step waits for a frame. */
function watchPage(ready, signIn) {
  return new Promise((resolve) => {
    let signInAtMs = null;
    const timer = setInterval(() => {
      const button = signIn === '' || signInAtMs !== null ? null : document.querySelector(signIn);
      if (button) {
        signInAtMs = Date.now();
        button.click();
      }
      if (!document.querySelector(ready)) return;
      clearInterval(timer);
      requestAnimationFrame(() => setTimeout(() => resolve({ signInAtMs, readyAtMs: Date.now() })));
    }, 4);
  });
}

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    const script = `(${String(watchPage)})(${JSON.stringify(BENCH_READY)}, ${JSON.stringify(BENCH_SIGN_IN)})`;
    void contents.executeJavaScript(script).then((times) => console.log(`BENCH ${JSON.stringify(times)}`));
  });
});
app.setAppPath(BENCH_APP_PATH);
await import(pathToFileURL(BENCH_MAIN).href);
