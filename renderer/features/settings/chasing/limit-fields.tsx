import type { ChaseSettings } from '../../../../shared/domain/chasing/chase-settings.ts';
import { chaseSettings } from '../../../../shared/domain/settings/shop/chase.ts';
import { DomainFields } from '../fields/domain-fields.tsx';

type LimitFieldsProps = {
  readonly chase: ChaseSettings;
  readonly onChase: (chase: ChaseSettings) => void;
};

/** Limits that keep a customer from being chased too much. */
export function LimitFields({ chase, onChase }: LimitFieldsProps) {
  return (
    <section className="settings-group" aria-label="催付限制">
      <h3>催付限制</h3>
      <DomainFields
        declaration={chaseSettings}
        names={['quietHours', 'maxPer24h', 'adviceWindowMs', 'silentCreditMs']}
        values={chase}
        onChange={(change) => onChase({ ...chase, ...change })}
      />
    </section>
  );
}
