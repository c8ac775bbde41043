import './settings.css';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { type FoundSetting, findSettings } from './search/find-settings.ts';
import { FoundSettings } from './search/found-settings.tsx';
import { SECTIONS, type SettingsSection } from './sections.tsx';
import { SETTINGS_PLACE } from './settings-place.ts';

const CONTROLS = 'input, button, [tabindex="0"]';

/** Shows the row that was searched for, and puts the focus on its control. */
function showRow(body: HTMLElement, place: string): void {
  const row = [...body.querySelectorAll('[data-place]')].find(
    (one) => one.getAttribute('data-place') === place,
  );
  row?.scrollIntoView({ block: 'center' });
  const control =
    row?.querySelector(`.settings-row-control :is(${CONTROLS})`) ?? row?.querySelector(CONTROLS);
  if (control instanceof HTMLElement) control.focus();
}

type NavProps = {
  readonly current: SettingsSection;
  readonly onSection: (name: string) => void;
  readonly onFound: (found: FoundSetting) => void;
};

function SettingsNav({ current, onSection, onFound }: NavProps) {
  const { version } = useAppState();
  const [text, setText] = useState('');
  const found = findSettings(text);
  const open = (one: FoundSetting) => {
    setText('');
    onFound(one);
  };
  return (
    <nav className="settings-nav" aria-label="设置分类">
      <SearchField
        className="settings-search"
        label="查找设置"
        placeholder="查找设置"
        shortcut={SHORTCUTS.findSetting}
        text={text}
        onText={setText}
        onEnterList={() => found[0] && open(found[0])}
      />
      {text.trim() === '' ? (
        SECTIONS.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            className="settings-nav-item"
            aria-current={name === current.name ? 'page' : undefined}
            onClick={() => onSection(name)}
          >
            {label}
          </button>
        ))
      ) : (
        <FoundSettings found={found} onOpen={open} />
      )}
      <p className="settings-version muted">小二工作台 {version}</p>
    </nav>
  );
}

export function SettingsScreen() {
  const [name, setName] = useViewState(SETTINGS_PLACE, z.string(), 'shops');
  const [wanted, setWanted] = useState<FoundSetting | null>(null);
  const body = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted?.place && body.current) showRow(body.current, wanted.place);
  }, [wanted]);
  const section = SECTIONS.find((one) => one.name === name) ?? SECTIONS[0];
  if (!section) return null;
  const { label, Body } = section;
  return (
    <div className="screen settings-screen">
      <SettingsNav
        current={section}
        onSection={setName}
        onFound={(found) => {
          setName(found.section);
          setWanted({ ...found });
        }}
      />
      <section ref={body} className="settings-body" aria-label={label}>
        <Body />
      </section>
    </div>
  );
}
