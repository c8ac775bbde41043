import { Switch } from 'antd';
import { sourceLabel, type WordingRule } from '../../../../shared/domain/scripts/wording/wording-rule.ts';
import { WORDING_RULES } from '../../../../shared/domain/scripts/wording/wording-rules.ts';
import { Tag } from '../../../ui/facts/tag.tsx';
import { SettingsRow } from '../fields/settings-row.tsx';

type WordingRulesProps = {
  readonly rulesOff: readonly string[];
  readonly onRulesOff: (rulesOff: string[]) => void;
};

const EXAMPLES = 3;
const LONGEST_EXAMPLE = 16;

/** A few words that the rule objects to; a text of 120 signs is no example to read. */
function examplesOf({ hits }: WordingRule): string {
  const short = hits.filter((hit) => hit.length <= LONGEST_EXAMPLE).slice(0, EXAMPLES);
  return short.map((hit) => `“${hit}”`).join(' ');
}

/** Every norm with its authority and examples; each can be switched off for the shop. */
export function WordingRules({ rulesOff, onRulesOff }: WordingRulesProps) {
  return (
    <section className="settings-group" aria-label="检查项目" data-place="wording.rulesOff">
      <h3>检查项目</h3>
      {WORDING_RULES.map((rule) => {
        const { id, name, explanation, severity, source } = rule;
        const isOff = rulesOff.includes(id);
        return (
          <SettingsRow
            key={id}
            label={name}
            htmlFor={`rule-${id}`}
            hint={
              <>
                {explanation}
                <br />
                {sourceLabel(source)}　例：{examplesOf(rule)}
              </>
            }
          >
            <Tag tone={severity === 'warning' && !isOff ? 'warning' : 'neutral'}>
              {severity === 'warning' ? '警告' : '建议'}
            </Tag>
            <Switch
              id={`rule-${id}`}
              aria-label={`检查${name}：${explanation}`}
              checked={!isOff}
              onChange={(isOn) => onRulesOff(isOn ? rulesOff.filter((off) => off !== id) : [...rulesOff, id])}
            />
          </SettingsRow>
        );
      })}
    </section>
  );
}
