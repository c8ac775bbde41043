import { describe, expect, it } from 'vitest';
import { findSettings } from '../../../renderer/features/settings/search/find-settings.ts';
import { SECTIONS } from '../../../renderer/features/settings/sections.tsx';
import { pinyinInitialsOf } from '../../../shared/domain/pinyin-initials.ts';
import { DECLARATIONS } from '../../../shared/domain/settings/settings-of.ts';

const labels = (text: string) => findSettings(text).map(({ label }) => label);

describe('the search over all settings', () => {
  it('finds words of label, hint and domain', () => {
    expect(labels('静默')).toEqual(['静默时段', '静默下单不计成效', '弹窗静默时段']);
    expect(labels('剪贴板')).toEqual(['识别剪贴板']);
    expect(labels('更新')).toEqual(['更新']);
    expect(labels('没有的设置')).toEqual([]);
    expect(labels(' ')).toEqual([]);
  });

  it('finds initials of the pinyin', () => {
    expect(pinyinInitialsOf('静默时段')).toBe('jmsd');
    expect(pinyinInitialsOf('话术 VIP 24')).toBe('hs vip 24');
    expect(labels('jmsd')).toEqual(['静默时段', '弹窗静默时段']);
  });

  it('knows every setting of every domain once', () => {
    const places = SECTIONS.flatMap(({ domains }) => domains);
    expect(places.toSorted()).toEqual(DECLARATIONS.map(({ key }) => key).toSorted());
  });
});
