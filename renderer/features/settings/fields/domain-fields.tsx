import type { SettingsDeclaration } from '../../../../shared/domain/settings/declaration.ts';
import { DeclaredRow } from './declared-row.tsx';
import { boundsOf, SettingControl } from './setting-control.tsx';

type DomainFieldsProps = {
  readonly declaration: SettingsDeclaration;
  readonly values: Readonly<Record<string, unknown>>;
  readonly onValue: (name: string, value: unknown) => void;
};

/** Every setting of a domain, as the domain declares it. */
export function DomainFields({ declaration, values, onValue }: DomainFieldsProps) {
  const { key, fields, schema } = declaration;
  return Object.entries(fields).map(([name, field]) => {
    const id = `setting-${key}-${name}`;
    const set = (value: unknown) => onValue(name, value);
    return (
      <DeclaredRow
        key={name}
        declaration={declaration}
        name={name}
        value={values[name]}
        htmlFor={field.input.kind === 'duration' || field.input.kind === 'choice' ? undefined : id}
        onDefault={set}
      >
        <SettingControl
          id={id}
          field={field}
          bounds={boundsOf(schema.shape[name])}
          value={values[name]}
          onValue={set}
        />
      </DeclaredRow>
    );
  });
}
