import type { SettingsDeclaration } from '../../../../shared/domain/settings/declaring/declaration.ts';
import { domainValues } from '../../../../shared/domain/settings/settings-of.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { useSaveSettings } from '../mutations.ts';
import { DomainFields } from './domain-fields.tsx';

/** The page of a domain of this PC that needs no section of its own; each change is saved at once. */
export function DomainSection({ declaration }: { readonly declaration: SettingsDeclaration }) {
  const { settings } = useAppState();
  const save = useSaveSettings();
  const { key, title } = declaration;
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>{title}</h2>
      </header>
      <div className="settings-group">
        <DomainFields
          declaration={declaration}
          values={domainValues(settings, key)}
          onChange={(change) => save.mutate({ scope: 'app', key, values: change })}
        />
      </div>
    </div>
  );
}
