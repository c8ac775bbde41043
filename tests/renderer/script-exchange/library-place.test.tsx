import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { LibraryPlace } from '../../../renderer/app/library-place.tsx';
import { renderScreen } from '../session/render-screen.tsx';
import { answerScriptFiles } from './a-script-file.ts';

/** As the shell has it: a dropped file stays until the screen is done with it. */
function Place({ dropped }: { readonly dropped: readonly string[] }) {
  const [paths, setPaths] = useState(dropped);
  return <LibraryPlace droppedPaths={paths} onDroppedHandled={() => setPaths([])} />;
}

describe('X3: script files in the library', () => {
  it('previews a file that is dropped onto it, and comes back by Esc', async () => {
    const { user } = renderScreen(<Place dropped={['/files/短语.csv']} />, { prepare: answerScriptFiles });
    await screen.findByRole('listbox', { name: '文件中的话术' });
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: '导入话术' })).toBeDefined();
  });

  it('exports what is chosen, and says what the format could not hold', async () => {
    const { user, main } = renderScreen(<Place dropped={[]} />, { prepare: answerScriptFiles });
    await user.click(await screen.findByRole('button', { name: '导出话术' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('radio', { name: '全部话术' }));
    await user.click(dialog.getByRole('radio', { name: /^V3/ }));
    await user.click(dialog.getByRole('button', { name: '导出…' }));
    expect(await dialog.findByText('这种格式没有地方写：关键词、标签')).toBeDefined();
    expect(main.inputsOf('scriptFiles.export')).toEqual([{ format: 'v3', ids: null }]);
  });
});
