import { Segmented } from 'antd';
import {
  appearanceSettings,
  TEXT_SIZE_LABELS,
  TEXT_SIZES,
  type TextSize,
} from '../../../../shared/domain/settings/app/appearance.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { DeclaredRow } from '../fields/declared-row.tsx';
import { DomainFields } from '../fields/domain-fields.tsx';
import { useSaveAppSettings } from '../mutations.ts';

const sizes = TEXT_SIZES.map((size) => ({ value: size, label: TEXT_SIZE_LABELS[size] }));

/** How the program looks: for everybody at this PC, and the size of the text for each agent. */
export function AppearanceSection() {
  const { settings, currentAgentId } = useAppState();
  const save = useSaveAppSettings('appearance');
  const { appearance } = settings;
  const { [currentAgentId ?? '']: own, ...others } = appearance.textSizes;
  /** An agent without a size of their own reads the standard one. */
  function choose(size: TextSize): void {
    if (currentAgentId === null) return;
    save.mutate({ textSizes: size === 'standard' ? others : { ...others, [currentAgentId]: size } });
  }
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>{appearanceSettings.title}</h2>
      </header>
      <div className="settings-group">
        <DomainFields
          declaration={appearanceSettings}
          names={['theme']}
          values={appearance}
          onChange={(change) => save.mutate(change)}
        />
        <DeclaredRow
          declaration={appearanceSettings}
          name="textSizes"
          // The other agents keep the sizes they have chosen.
          value={own === undefined ? {} : { own }}
          onDefault={() => choose('standard')}
        >
          <Segmented<TextSize>
            aria-label="文字大小"
            options={sizes}
            value={own ?? 'standard'}
            onChange={choose}
          />
        </DeclaredRow>
        <DomainFields
          declaration={appearanceSettings}
          names={['zoom']}
          values={appearance}
          onChange={(change) => save.mutate(change)}
        />
      </div>
    </div>
  );
}
