import type { ComponentType } from 'react';
import { scriptSettings } from '../../../shared/domain/settings/app/scripts.ts';
import type { SettingsDeclaration } from '../../../shared/domain/settings/declaring/declaration.ts';
import { DECLARATIONS } from '../../../shared/domain/settings/settings-of.ts';
import { AgentSection } from './app/agent-section.tsx';
import { AppearanceSection } from './app/appearance-section.tsx';
import { DataSection } from './app/data-section.tsx';
import { DiagnosticsSection } from './app/diagnostics-section.tsx';
import { HotkeySection } from './app/hotkey-section.tsx';
import { ImportSection } from './app/import-section.tsx';
import { ReminderSection } from './app/reminder-section.tsx';
import { SampleSection } from './app/sample-section.tsx';
import { BackupSection } from './backups/backup-section.tsx';
import { DomainSection } from './fields/domain-section.tsx';
import { ProductSection } from './products/product-section.tsx';
import { SHOP_DOMAINS } from './shops/shop-parts.tsx';
import { ShopSection } from './shops/shop-section.tsx';
import { UpdateSection } from './updates/update-section.tsx';
import { WordingSection } from './wording/wording-section.tsx';

export type SettingsSection = {
  readonly name: string;
  readonly label: string;
  readonly Body: ComponentType;
  /** The keys of the domains that are set there. */
  readonly domains: readonly string[];
};

function drawn(declaration: SettingsDeclaration, name = declaration.key): SettingsSection {
  const Body = () => <DomainSection declaration={declaration} />;
  return { name, label: declaration.title, Body, domains: [declaration.key] };
}

const PLACED: readonly SettingsSection[] = [
  { name: 'shops', label: '店铺', Body: ShopSection, domains: SHOP_DOMAINS.map(({ key }) => key) },
  { name: 'wording', label: '话术规范', Body: WordingSection, domains: ['wording'] },
  drawn(scriptSettings),
  { name: 'products', label: '商品简称', Body: ProductSection, domains: [] },
  { name: 'agents', label: '客服', Body: AgentSection, domains: [] },
  { name: 'reminders', label: '提醒', Body: ReminderSection, domains: ['reminders'] },
  { name: 'keys', label: '快捷键', Body: HotkeySection, domains: ['palette', 'keys'] },
  { name: 'imports', label: '导入', Body: ImportSection, domains: ['imports'] },
  { name: 'look', label: '外观', Body: AppearanceSection, domains: ['appearance'] },
];
const PLACED_DOMAINS = new Set(PLACED.flatMap(({ domains }) => domains));

/** Every page of the settings. A domain of this PC that has no place here gets one, drawn from its declaration. */
export const SECTIONS: readonly SettingsSection[] = [
  ...PLACED,
  ...DECLARATIONS.filter(({ level, key }) => level === 'app' && !PLACED_DOMAINS.has(key)).map((one) =>
    drawn(one),
  ),
  { name: 'sample', label: '示例店铺', Body: SampleSection, domains: [] },
  { name: 'data', label: '数据', Body: DataSection, domains: [] },
  { name: 'backups', label: '备份', Body: BackupSection, domains: [] },
  { name: 'updates', label: '更新', Body: UpdateSection, domains: [] },
  { name: 'diagnostics', label: '诊断', Body: DiagnosticsSection, domains: [] },
];
