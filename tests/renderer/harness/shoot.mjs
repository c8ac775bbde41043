import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';

// Usage: node tests/renderer/harness/shoot.mjs NAME WIDTHxHEIGHT PAGE?PARAMS [KEY…]
// A key is pressed (`key:Control+2`), a text typed (`type:茶`) or an element clicked by its text (`click:延后`).
const [name = 'page', size = '1280x800', page = 'index.html', ...steps] = process.argv.slice(2);
const [width, height] = size.split('x').map(Number);
const port = process.env.HARNESS_PORT ?? '5199';

const actions = {
  key: (tab, value) => tab.keyboard.press(value),
  type: (tab, value) => tab.keyboard.type(value),
  click: (tab, value) => tab.getByText(value, { exact: true }).first().click(),
  wait: (tab, value) => tab.waitForTimeout(Number(value)),
  eval: (tab, value) => tab.evaluate(value),
};

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const tab = await browser.newPage({ viewport: { width, height } });
tab.on('pageerror', (error) => console.error('page error:', error.message));
tab.on('console', (message) => message.type() === 'error' && console.error('console:', message.text()));
await tab.goto(`http://localhost:${port}/tests/renderer/harness/${page}`);
await tab.waitForFunction(() => document.querySelector('#root')?.textContent !== '', null, {
  timeout: 60_000,
});
await tab.waitForTimeout(800);
for (const step of steps) {
  const [kind, ...rest] = step.split(':');
  await actions[kind](tab, rest.join(':'));
  await tab.waitForTimeout(250);
}
mkdirSync('out/harness', { recursive: true });
await tab.screenshot({ path: `out/harness/${name}.png` });
const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
if (overflow > 0) console.error(`horizontal overflow: ${overflow}px`);
await browser.close();
