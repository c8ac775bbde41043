import type { SettingsDeclaration } from '../../../../shared/domain/settings/declaration.ts';
import { useAppState } from '../../../lib/app-state.ts';
import { useSaveSettings } from '../mutations.ts';
import { DomainFields } from './domain-fields.tsx';

/** The page of a domain of this PC that needs no section of its own; each change is saved at once. */
export function DomainSection({ declaration }: { readonly declaration: SettingsDeclaration }) {
  const { settings } = useAppState();
  const save = useSaveSettings();
  const { key, title } = declaration;
  const values = new Map<string, object>(Object.entries(settings)).get(key);
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>{title}</h2>
      </header>
      <div className="settings-group">
        <DomainFields
          declaration={declaration}
          values={{ ...values }}
          onChange={(change) => save.mutate({ scope: 'app', key, values: change })}
        />
      </div>
    </div>
  );
}
