import { z } from 'zod';
import { declareSettings } from '../declaring/declaration.ts';

/** The keys that were given to shortcuts on this PC, by the shortcut's name; left out: the keys that it comes with. */
const ChosenKeys = z.record(z.string().max(60), z.string().min(1).max(60));

export const keySettings = declareSettings({
  key: 'keys',
  level: 'app',
  title: '快捷键一览',
  schema: z.object({ chosenKeys: ChosenKeys }),
  defaults: { chosenKeys: {} },
  changedBy: 'agent',
  fields: {
    chosenKeys: {
      label: '工作台的按键',
      hint: '每个按键都可以改，只对这台电脑',
      input: { kind: 'own' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
