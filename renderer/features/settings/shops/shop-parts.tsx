import type { ComponentType } from 'react';
import type { SettingsDeclaration } from '../../../../shared/domain/settings/declaring/declaration.ts';
import { DECLARATIONS, domainValues } from '../../../../shared/domain/settings/settings-of.ts';
import type { ShopSettings } from '../../../../shared/domain/team/shop.ts';
import { ConcessionFields } from '../chasing/concession-fields.tsx';
import { LadderFields } from '../chasing/ladder-fields.tsx';
import { LimitFields } from '../chasing/limit-fields.tsx';
import { DomainFields } from '../fields/domain-fields.tsx';
import { MemoFields } from '../memo/memo-fields.tsx';

type ShopPartProps = {
  readonly settings: ShopSettings;
  readonly onSettings: (settings: ShopSettings) => void;
};
type ShopPart = ComponentType<ShopPartProps>;

function ChasePart({ settings, onSettings }: ShopPartProps) {
  const set = (chase: ShopSettings['chase']) => onSettings({ ...settings, chase });
  return (
    <>
      <LadderFields chase={settings.chase} onChase={set} />
      <LimitFields chase={settings.chase} onChase={set} />
    </>
  );
}

function ConcessionPart({ settings, onSettings }: ShopPartProps) {
  return (
    <ConcessionFields
      concession={settings.concession}
      onConcession={(concession) => onSettings({ ...settings, concession })}
    />
  );
}

function MemoPart({ settings, onSettings }: ShopPartProps) {
  return <MemoFields memo={settings.memo} onMemo={(memo) => onSettings({ ...settings, memo })} />;
}

/** Domains with more to set than a row per field. Any other domain of a shop is drawn from its declaration. */
const OWN_PARTS: ReadonlyMap<string, ShopPart> = new Map([
  ['chase', ChasePart],
  ['concession', ConcessionPart],
  ['memo', MemoPart],
]);
/** Domains with a page of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['wording']);

export const SHOP_DOMAINS = DECLARATIONS.filter(({ level, key }) => level === 'shop' && !ELSEWHERE.has(key));

type DrawnPartProps = ShopPartProps & { readonly declaration: SettingsDeclaration };

function DrawnPart({ declaration, settings, onSettings }: DrawnPartProps) {
  const { key, title } = declaration;
  const values = domainValues(settings, key);
  return (
    <section className="settings-group" aria-label={title}>
      <h3>{title}</h3>
      <DomainFields
        declaration={declaration}
        values={values}
        onChange={(change) => onSettings({ ...settings, [key]: { ...values, ...change } })}
      />
    </section>
  );
}

/** The settings of a shop, domain by domain. */
export function ShopParts(props: ShopPartProps) {
  return SHOP_DOMAINS.map((declaration) => {
    const Own = OWN_PARTS.get(declaration.key);
    return Own === undefined ? (
      <DrawnPart key={declaration.key} declaration={declaration} {...props} />
    ) : (
      <Own key={declaration.key} {...props} />
    );
  });
}
