import { Button, Input } from 'antd';
import { useState } from 'react';
import { checkCopied } from '../../../../shared/domain/scripts/wording/check-copied.ts';
import { applyReplacement } from '../../../../shared/domain/scripts/wording/check-wording.ts';
import type { WordingSettings } from '../../../../shared/domain/scripts/wording/wording-settings.ts';
import { FindingText } from '../../../ui/facts/finding-text.tsx';

const EXAMPLE = '亲，这款是全网最低价，呵呵，加我微信再送您小礼物';

function outcomeOf(count: number, isBlocked: boolean): string {
  if (count === 0) return '没有提示';
  return isBlocked ? `${count} 处提示，复制时会被拦截` : `${count} 处提示，可以复制`;
}

/** Tries a text by the settings as they stand in the form, before they are saved. */
export function WordingTrial({ settings }: { readonly settings: WordingSettings }) {
  const [text, setText] = useState(EXAMPLE);
  const { findings, isBlocked } = checkCopied({ text, words: text }, settings);
  return (
    <aside className="settings-plan" aria-label="试一试">
      <h3>试一试</h3>
      <Input.TextArea
        aria-label="试写一段话术"
        autoSize={{ minRows: 4, maxRows: 12 }}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <output className="muted">{outcomeOf(findings.length, isBlocked)}</output>
      <ul className="wording-trial" aria-label="用语提示">
        {findings.map((finding) => (
          <li key={`${finding.ruleId}-${finding.start}`}>
            <FindingText finding={finding} />
            {finding.replacement !== undefined && (
              <Button size="small" onClick={() => setText(applyReplacement(text, finding))}>
                {finding.replacement === '' ? '删去' : `改为“${finding.replacement}”`}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </aside>
  );
}
