import { AgentId, ShopId } from '../../../shared/domain/ids.ts';
import type { Agent } from '../../../shared/domain/team/agent.ts';
import { DEFAULT_SHOP_SETTINGS, type Shop } from '../../../shared/domain/team/shop.ts';

export function aShop(overrides: Partial<Shop> = {}): Shop {
  return {
    id: ShopId.parse('shop-1'),
    name: '示例旗舰店',
    platform: 'tmall',
    isSample: false,
    settings: DEFAULT_SHOP_SETTINGS,
    ...overrides,
  };
}

export function anAgent(overrides: Partial<Agent> = {}): Agent {
  return {
    id: AgentId.parse('agent-1'),
    name: '小满',
    role: 'agent',
    hasPin: false,
    isArchived: false,
    ...overrides,
  };
}
