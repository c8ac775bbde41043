import type { FoundSetting } from './find-settings.ts';

type FoundSettingsProps = {
  readonly found: readonly FoundSetting[];
  readonly onOpen: (found: FoundSetting) => void;
};

/** Shows the hits of the search in place of the list of sections. */
export function FoundSettings({ found, onOpen }: FoundSettingsProps) {
  if (found.length === 0) return <p className="muted settings-found-none">没有找到这项设置</p>;
  return (
    <ul className="settings-found" aria-label="找到的设置">
      {found.map((one) => (
        <li key={`${one.section} ${one.place}`}>
          <button type="button" className="settings-found-item" onClick={() => onOpen(one)}>
            <span>{one.label}</span>
            {one.title !== '' && <span className="muted">{one.title}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
