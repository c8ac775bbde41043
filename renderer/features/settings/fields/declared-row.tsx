import { Button, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import {
  describeSource,
  type SettingField,
  type SettingsDeclaration,
} from '../../../../shared/domain/settings/declaring/declaration.ts';
import { useMayChange } from './lead-only.tsx';
import { sayValue } from './setting-words.ts';
import { SettingsRow, type SettingsRowProps } from './settings-row.tsx';

/** A domain as its rows see it: what it says of each of its values. */
export type Declared<Values> = Pick<SettingsDeclaration, 'key' | 'changedBy'> & {
  readonly fields: Readonly<Record<keyof Values, SettingField>>;
  readonly defaults: Values;
};

type DeclaredRowProps<Values, Name extends keyof Values & string> = {
  readonly declaration: Declared<Values>;
  readonly name: Name;
  readonly value: NoInfer<Values[Name]>;
  readonly onDefault: (value: Values[Name]) => void;
} & Pick<SettingsRowProps, 'htmlFor' | 'error' | 'children'>;

/** Describes the default: its value, its source, and who may depart from it. */
function sourceWords(field: SettingField, value: unknown, isForLeads: boolean): string {
  const words = sayValue(field.input, value);
  const parts = [
    ...(words === undefined ? [] : [`默认${/^\d/.test(words) ? ' ' : ''}${words}`]),
    describeSource(field),
    ...(isForLeads ? ['由主管或经理设置'] : []),
  ];
  return parts.join(' · ');
}

/** One setting with all that its domain has declared of it, and a way back to the default. */
export function DeclaredRow<Values, Name extends keyof Values & string>(
  props: DeclaredRowProps<Values, Name>,
) {
  const { declaration, name, value, onDefault, children, ...row } = props;
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
  return (
    <ConfigProvider {...(mayChange ? {} : { componentDisabled: true })}>
      <SettingsRow
        {...row}
        label={field.label}
        hint={field.hint}
        source={source}
        place={`${declaration.key}.${name}`}
      >
        {children}
      </SettingsRow>
    </ConfigProvider>
  );
}
