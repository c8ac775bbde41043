import { z } from 'zod';
import { declareSettings } from '../declaring/declaration.ts';

export const DEFAULT_PALETTE_HOTKEY = 'CommandOrControl+Shift+Space';

const PaletteSettings = z.object({
  /** Registered over every program; `null` while the agent has not allowed it. */
  paletteHotkey: z.string().nullable(),
  /** The palette may look at the clipboard for a nick or an order number. */
  readsClipboard: z.boolean(),
});

/** X3: the small script window over any program. */
export const paletteSettings = declareSettings({
  key: 'palette',
  level: 'app',
  title: '快捷键',
  schema: PaletteSettings,
  defaults: { paletteHotkey: null, readsClipboard: false },
  changedBy: 'agent',
  fields: {
    paletteHotkey: {
      label: '话术小窗',
      hint: '在任何程序中按下组合键，弹出话术搜索，回车复制后自动收起',
      input: { kind: 'own' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    readsClipboard: {
      label: '识别剪贴板',
      hint: '打开小窗时查看剪贴板里是否有订单号或客户昵称，用来填好话术。内容只在本机比对，不保存、不上传。',
      input: { kind: 'flag' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
