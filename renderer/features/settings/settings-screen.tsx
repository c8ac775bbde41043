import './settings.css';
import type { ComponentType } from 'react';
import { z } from 'zod';
import { useAppState } from '../../lib/app-state.ts';
import { useViewState } from '../../lib/view-state.ts';
import { AgentSection } from './app/agent-section.tsx';
import { AppearanceSection } from './app/appearance-section.tsx';
import { DataSection } from './app/data-section.tsx';
import { DiagnosticsSection } from './app/diagnostics-section.tsx';
import { HotkeySection } from './app/hotkey-section.tsx';
import { ImportSection } from './app/import-section.tsx';
import { ReminderSection } from './app/reminder-section.tsx';
import { SampleSection } from './app/sample-section.tsx';
import { ScriptSection } from './app/script-section.tsx';
import { SETTINGS_PLACE } from './settings-place.ts';
import { ShopSection } from './shop-section.tsx';
import { UpdateSection } from './updates/update-section.tsx';
import { WordingSection } from './wording/wording-section.tsx';

const SECTIONS = [
  'shops',
  'wording',
  'scripts',
  'agents',
  'reminders',
  'keys',
  'imports',
  'look',
  'sample',
  'data',
  'updates',
  'diagnostics',
] as const;
const Section = z.enum(SECTIONS);
type Section = z.infer<typeof Section>;

const SECTION_PARTS = {
  shops: { label: '店铺', Body: ShopSection },
  wording: { label: '话术规范', Body: WordingSection },
  scripts: { label: '话术推荐与审批', Body: ScriptSection },
  agents: { label: '客服', Body: AgentSection },
  reminders: { label: '提醒', Body: ReminderSection },
  keys: { label: '快捷键', Body: HotkeySection },
  imports: { label: '导入', Body: ImportSection },
  look: { label: '外观', Body: AppearanceSection },
  sample: { label: '示例店铺', Body: SampleSection },
  data: { label: '数据', Body: DataSection },
  updates: { label: '更新', Body: UpdateSection },
  diagnostics: { label: '诊断', Body: DiagnosticsSection },
} as const satisfies Record<Section, { readonly label: string; readonly Body: ComponentType }>;

export function SettingsScreen() {
  const [section, setSection] = useViewState(SETTINGS_PLACE, Section, 'shops');
  const { version } = useAppState();
  const { label, Body } = SECTION_PARTS[section];
  return (
    <div className="screen settings-screen">
      <nav className="settings-nav" aria-label="设置分类">
        {SECTIONS.map((name) => (
          <button
            key={name}
            type="button"
            className="settings-nav-item"
            aria-current={name === section ? 'page' : undefined}
            onClick={() => setSection(name)}
          >
            {SECTION_PARTS[name].label}
          </button>
        ))}
        <p className="settings-version muted">小二工作台 {version}</p>
      </nav>
      <section className="settings-body" aria-label={label}>
        <Body />
      </section>
    </div>
  );
}
