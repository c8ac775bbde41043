import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SettingsScreen } from '../../../renderer/features/settings/settings-screen.tsx';
import { shopNamed } from '../../support/main-side/a-shop-floor.ts';
import { renderScreen } from '../session/render-screen.tsx';

describe('O1: the memos of a shop', () => {
  it('are set with their words, and show at once how they read', async () => {
    const { user, main } = renderScreen(<SettingsScreen />);
    const text = await screen.findByRole('textbox', { name: '改价的备注' });
    fireEvent.change(text, { target: { value: '改价+{客服}' } });
    expect(await screen.findByText('改价+小满')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '保存' }));
    await expect
      .poll(() => shopNamed(main, '示例旗舰店').settings.memo.templates['price-change'])
      .toEqual({ text: '改价+{客服}', flag: 'yellow' });
    expect(main.inputsOf('settings.save')).toHaveLength(1);
  });

  it('are not saved without words, and it is said which are missing', async () => {
    renderScreen(<SettingsScreen />);
    fireEvent.change(await screen.findByRole('textbox', { name: '可退款的备注' }), {
      target: { value: ' ' },
    });
    expect(await screen.findByText('请填写每个模板的备注')).toBeDefined();
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
  });
});
