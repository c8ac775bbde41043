import { z } from 'zod';
import { declareSettings } from '../declaring/declaration.ts';

const JOINING = ['offered', 'always', 'never'] as const;

const JOINING_LABELS = {
  offered: '分条复制，Ctrl+Shift+Enter 合成一条',
  always: 'Enter 直接合成一条',
  never: '只分条复制',
} as const satisfies Record<(typeof JOINING)[number], string>;

/** How the messages of a script get into the chat of a shop's platform. */
export const copyingSettings = declareSettings({
  key: 'copying',
  level: 'shop',
  title: '复制话术',
  schema: z.object({ joining: z.enum(JOINING) }),
  // Every chat takes a text of several lines; several bubbles read more like a person.
  defaults: { joining: 'offered' },
  changedBy: 'agent',
  fields: {
    joining: {
      label: '有几条消息的话术',
      hint: '千牛、飞鸽、拼多多的聊天框都能粘贴多行文字；合成一条只需粘贴一次，客户看到的是一个气泡。含图片的话术总是分条',
      input: { kind: 'choice', labels: JOINING_LABELS },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
