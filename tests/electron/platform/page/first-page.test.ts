import { describe, expect, it } from 'vitest';
import { watchFirstPage } from '../../../../electron/platform/page/first-page.ts';

const PAGE = Buffer.from(`<head>
  <script type="module" crossorigin src="./assets/workbench.js"></script>
  <link rel="modulepreload" crossorigin href="./assets/shared.js">
  <link rel="stylesheet" crossorigin href="./assets/shared.css"></head>`);
const FILE = Buffer.from('');

/** Whether it is known by now that the first page has got everything. */
async function isServed({ served }: ReturnType<typeof watchFirstPage>): Promise<boolean> {
  return Promise.race([served.then(() => true), Promise.resolve(false).then((no) => no)]);
}

describe('X6: main reads the program once the page has got its code', () => {
  it('which is when the last file that its head names was given out', async () => {
    const firstPage = watchFirstPage();
    firstPage.note('index.html', PAGE);
    firstPage.note('assets/shared.js', FILE);
    firstPage.note('assets/workbench.js', FILE);
    expect(await isServed(firstPage)).toBe(false);
    firstPage.note('assets/shared.css', FILE);
    expect(await isServed(firstPage)).toBe(true);
  });

  it('and what a second page names is not waited for', async () => {
    const firstPage = watchFirstPage();
    firstPage.note('index.html', PAGE);
    firstPage.note('palette.html', Buffer.from('<script src="./assets/palette.js"></script>'));
    for (const name of ['workbench.js', 'shared.js', 'shared.css']) firstPage.note(`assets/${name}`, FILE);
    expect(await isServed(firstPage)).toBe(true);
  });
});
