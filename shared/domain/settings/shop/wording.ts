import {
  ADDRESS_FORM_LABELS,
  DEFAULT_WORDING_SETTINGS,
  ON_COPY_LABELS,
  WordingSettings,
} from '../../scripts/wording/wording-settings.ts';
import { declareSettings } from '../declaring/declaration.ts';

/** R13: the wording checker holds a shop's scripts against these. */
export const wordingSettings = declareSettings({
  key: 'wording',
  level: 'shop',
  title: '话术规范',
  schema: WordingSettings,
  defaults: DEFAULT_WORDING_SETTINGS,
  changedBy: 'lead',
  fields: {
    address: {
      label: '称呼客户',
      hint: '选“您”时，出现“亲”提示改为“您”',
      input: { kind: 'choice', labels: ADDRESS_FORM_LABELS },
      source: { kind: 'seed', note: '“您”比“亲”更显真诚' },
      checkedOn: null,
    },
    onCopy: {
      label: '复制时有警告',
      hint: '提醒：照常复制，并说明哪里不妥。拦截：不复制；主管可以越过，会留下记录',
      input: { kind: 'choice', labels: ON_COPY_LABELS },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    maxMessageChars: {
      label: '单条消息字数上限',
      hint: '以平台聊天窗口的实际限制为准',
      input: { kind: 'count', unit: '字', whenOn: 300 },
      source: { kind: 'platform', note: '没有找到平台公布的上限' },
      checkedOn: null,
    },
    rulesOff: {
      label: '检查项目',
      hint: '每一项都注明依据，可以关闭',
      input: { kind: 'own' },
      source: { kind: 'choice', note: '全部开启，依据见各项' },
      checkedOn: null,
    },
    ownRules: {
      label: '本店禁用词',
      hint: '本店自己不用的词语、原因和改法',
      input: { kind: 'own' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
