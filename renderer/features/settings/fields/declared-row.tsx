import { Button, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import {
  describeSource,
  type SettingField,
  type SettingsDeclaration,
} from '../../../../shared/domain/settings/declaration.ts';
import { useMayChange } from './lead-only.tsx';
import { sayValue } from './setting-words.ts';
import { SettingsRow, type SettingsRowProps } from './settings-row.tsx';

type DeclaredRowProps<Name extends string> = {
  readonly declaration: Pick<SettingsDeclaration, 'key' | 'changedBy'> & {
    readonly fields: Readonly<Record<Name, SettingField>>;
    readonly defaults: Readonly<Record<Name, unknown>>;
  };
  readonly name: NoInfer<Name>;
  readonly value: unknown;
  readonly onDefault: (value: unknown) => void;
  /** Where it depends on the value what the setting does. */
  readonly hint?: string;
} & Pick<SettingsRowProps, 'htmlFor' | 'error' | 'children'>;

/** What is said of a default: what it is, where it comes from, and who may depart from it. */
function sourceWords(field: SettingField, value: unknown, isForLeads: boolean): string {
  const words = sayValue(field.input, value);
  const parts = [
    ...(words === undefined
      ? []
      : [`默认${words === '0' ? ' 0' : `${/^\d/.test(words) ? ' ' : ''}${words}`}`]),
    describeSource(field),
    ...(isForLeads ? ['由主管或经理设置'] : []),
  ];
  return parts.join(' · ');
}

/** One setting with all that its domain has declared of it, and a way back to the default. */
export function DeclaredRow<Name extends string>(props: DeclaredRowProps<Name>) {
  const { declaration, name, value, onDefault, hint, children, ...row } = props;
  const field = declaration.fields[name];
  const initial = declaration.defaults[name];
  const changedBy = field.changedBy ?? declaration.changedBy;
  const mayChange = useMayChange(changedBy);
  const isOwnDecision = changedBy !== declaration.changedBy && changedBy === 'lead';
  const source: ReactNode = (
    <>
      {sourceWords(field, initial, isOwnDecision)}
      {JSON.stringify(value) !== JSON.stringify(initial) && (
        <Button
          type="link"
          size="small"
          className="settings-default"
          aria-label={`${field.label}恢复默认`}
          onClick={() => onDefault(initial)}
        >
          恢复默认
        </Button>
      )}
    </>
  );
  const said = hint ?? field.hint;
  return (
    <ConfigProvider {...(mayChange ? {} : { componentDisabled: true })}>
      <SettingsRow
        {...row}
        label={field.label}
        {...(said === undefined ? {} : { hint: said })}
        source={source}
        place={`${declaration.key}.${name}`}
      >
        {children}
      </SettingsRow>
    </ConfigProvider>
  );
}
