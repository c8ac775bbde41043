import type { Script } from '../../../../shared/domain/scripts/script.ts';
import { hasTags, tokensOf } from '../../../../shared/domain/scripts/script-template/tokens.ts';
import type { Output } from '../../../../shared/ipc/contract.ts';

type Props = {
  readonly script: Script;
  /** `undefined` until main has answered. */
  readonly after: Output<'scripts.reword'> | undefined;
};

/** The text that the library would hold, with the tags that the agent does not see in the message. */
export function FromNowOn({ script, after }: Props) {
  if (!after) return null;
  const { draft, kept, isElsewhere } = after;
  const changed = draft.parts.filter((part) => !script.parts.includes(part));
  if (changed.length === 0 && kept.length === 0 && !isElsewhere) return null;
  return (
    <div className="reword-after" aria-label="以后的说法" role="group">
      {changed.some(hasTags) && (
        <>
          <span className="muted">以后</span>
          {changed.map((part) => (
            <p key={part}>
              {tokensOf(part).map(({ kind, raw, start }) =>
                kind === 'text' ? raw : <mark key={start}>{raw}</mark>,
              )}
            </p>
          ))}
        </>
      )}
      {kept.length > 0 && (
        <span className="muted">{kept.map((name) => `「${name}」`).join('')}只改这次，以后仍按订单填写</span>
      )}
      {isElsewhere && (
        <span className="script-wording">其中有片段里的文字，只改这次；要以后都改，请到话术库</span>
      )}
    </div>
  );
}
