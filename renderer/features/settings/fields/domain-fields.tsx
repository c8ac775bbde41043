import type { SettingsDeclaration } from '../../../../shared/domain/settings/declaring/declaration.ts';
import { type Declared, DeclaredRow } from './declared-row.tsx';
import { boundsOf, SettingControl } from './setting-control.tsx';

/** A label names one control. */
const HAS_NO_ONE_CONTROL: ReadonlySet<string> = new Set(['duration', 'choice', 'weekdays']);

type DomainFieldsProps<Values> = {
  readonly declaration: Declared<Values> & Pick<SettingsDeclaration, 'schema'>;
  /** Which of them, in this order; left out: all of the domain. */
  readonly names?: readonly (keyof Values & string)[];
  readonly values: NoInfer<Values>;
  /** Told of what changes only. */
  readonly onChange: (change: Partial<Values>) => void;
};

/** Settings of a domain, as the domain declares them. */
export function DomainFields<Values>(props: DomainFieldsProps<Values>) {
  const { declaration, values, onChange } = props;
  const { key, fields, schema } = declaration;
  const problems = schema.safeParse(values).error?.issues ?? [];
  // A declaration has a field for each of its values and no other.
  const names = props.names ?? (Object.keys(fields) as (keyof Values & string)[]);
  return names.map((name) => {
    const id = `setting-${key}-${name}`;
    const field = fields[name];
    // A control gives back a value of the kind that it shows.
    const set = (value: unknown) => onChange({ [name]: value } as Partial<Values>);
    return (
      <DeclaredRow
        key={name}
        declaration={declaration}
        name={name}
        value={values[name]}
        htmlFor={HAS_NO_ONE_CONTROL.has(field.input.kind) ? undefined : id}
        // Only the rules that a domain wrote itself come with a Chinese sentence.
        error={problems.find(({ code, path }) => code === 'custom' && path[0] === name)?.message}
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
