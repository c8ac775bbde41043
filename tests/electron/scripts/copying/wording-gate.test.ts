import { describe, expect, it } from 'vitest';
import { createCopyScript } from '../../../../electron/scripts/copying/copy-script.ts';
import { createWordingGate } from '../../../../electron/scripts/copying/wording-gate.ts';
import type { NewActivity } from '../../../../shared/domain/activities/activity.ts';
import type { ActivityId, AgentId, ShopId } from '../../../../shared/domain/ids.ts';
import { NO_SITUATION } from '../../../../shared/domain/scripts/rank-scripts.ts';
import type { WordingSettings } from '../../../../shared/domain/scripts/wording/wording-settings.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../shared/domain/team/shop.ts';
import { PLAIN_COPY, PLAIN_OCCASION } from '../../../support/records/a-copy.ts';
import { aScript } from '../../../support/records/a-script.ts';

const LEAD = 'lead-1' as AgentId;
const NOW = Date.parse('2026-06-10T10:00:00+08:00');

function aDesk(part: string, onCopy: WordingSettings['onCopy'] = 'block') {
  const script = aScript({ parts: [part] });
  const recorded: NewActivity[] = [];
  const uses: unknown[] = [];
  const copyScript = createCopyScript({
    ...PLAIN_COPY,
    judgeWording: createWordingGate({ isLead: (id) => id === LEAD }),
    scripts: { get: () => script, countUse: () => {} },
    activities: {
      append(activity) {
        recorded.push(activity);
        return { id: 'activity-1' as ActivityId };
      },
    },
    recordUse: (use) => uses.push(use),
    inTransaction: (work) => work(),
  });
  const settings = { ...DEFAULT_SHOP_SETTINGS, wording: { ...DEFAULT_SHOP_SETTINGS.wording, onCopy } };
  const shop = {
    id: 'shop-1' as ShopId,
    name: '示例',
    platform: 'taobao',
    isSample: false,
    settings,
  } as const;
  const values = { 商品: '全网最低价水杯' };
  const occasion = { ...PLAIN_OCCASION, shop, orderId: null, task: null, situation: NO_SITUATION, values };
  const copy = (who: string, { overridesWording = false, answers = {} } = {}) =>
    copyScript(
      { scriptId: script.id, message: 0, occasion, answers, agentId: who as AgentId, overridesWording },
      NOW,
    );
  return { copy, recorded, uses };
}

describe('R13: a shop that blocks', () => {
  it('keeps what its norms forbid from the clipboard, says why, and counts no use', () => {
    const { copy, recorded, uses } = aDesk('加我微信详聊');
    expect(copy('agent-1')).toMatchObject({
      kind: 'blocked',
      notes: [{ name: '站外联系', found: '加我微信', isFromOrder: false }],
      canOverride: false,
    });
    expect([recorded, uses]).toEqual([[], []]);
  });

  it('reads what the agent typed as well', () => {
    expect(aDesk('为您申请{优惠}').copy('agent-1', { answers: { 优惠: '全网最低价' } }).kind).toBe('blocked');
  });

  it('lets pass what only the order says, and tells whose word it is', () => {
    expect(aDesk('您拍的{商品}已备好').copy('agent-1')).toMatchObject({
      kind: 'copied',
      notes: [{ found: '全网最低价', isFromOrder: true }],
    });
  });

  it('is overridden by a lead only, and that stays on record', () => {
    const { copy, recorded } = aDesk('加我微信详聊');
    expect(copy('agent-1', { overridesWording: true }).kind).toBe('blocked');
    expect(copy(LEAD)).toMatchObject({ kind: 'blocked', canOverride: true });
    expect(copy(LEAD, { overridesWording: true }).kind).toBe('copied');
    expect(recorded.map(({ data }) => data.text)).toEqual(['越过话术规范：“加我微信”']);
  });

  it('only warns where the shop has said so', () => {
    expect(aDesk('加我微信详聊', 'warn').copy('agent-1')).toMatchObject({
      kind: 'copied',
      notes: [{ found: '加我微信' }],
    });
  });
});
