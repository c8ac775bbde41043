import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { WordingNote } from '../../../../shared/domain/scripts/wording/wording-note.ts';
import { useEscape } from '../../../lib/shortcuts.ts';
import { FindingText } from '../../../ui/facts/finding-text.tsx';
import type { Copying } from './use-copying.ts';

type BlockedNoticeProps = {
  readonly title: string;
  readonly notes: readonly WordingNote[];
  /** `undefined` for agents who may not. */
  readonly onOverride: (() => void) | undefined;
  readonly onClose: () => void;
};

/** R13: why nothing was copied; the words are changed in the library, or a lead sends them all the same. */
export function BlockedNotice({ title, notes, onOverride, onClose }: BlockedNoticeProps) {
  const close = useRef<HTMLButtonElement>(null);
  // Enter was pressed to copy; the next one must not override.
  useEffect(() => close.current?.focus(), []);
  useEscape(onClose, true);
  return (
    <div className="script-missing" role="group" aria-label="话术被拦截">
      <p role="alert">
        「{title}」没有复制：本店话术规范不允许
        {onOverride === undefined && '，请在话术库修改，或请主管复制'}
      </p>
      <ul className="script-blocked" aria-label="不允许的用语">
        {notes.map((note, index) => (
          // Notes have no identity of their own.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <FindingText finding={note} />
            {note.isFromOrder && <span className="muted">（来自订单，不算）</span>}
          </li>
        ))}
      </ul>
      <div className="script-blocked-actions">
        <Button ref={close} size="small" onClick={onClose}>
          知道了
        </Button>
        {onOverride && (
          <Button size="small" onClick={onOverride}>
            仍要复制
          </Button>
        )}
      </div>
    </div>
  );
}

type BlockedFormProps = { readonly copying: Copying; readonly onDone: () => void };

export function BlockedForm({ copying, onDone }: BlockedFormProps) {
  const { blocked } = copying;
  if (!blocked) return null;
  return (
    <BlockedNotice
      key={`${blocked.hit.script.id} ${blocked.message}`}
      title={blocked.hit.script.title}
      notes={blocked.notes}
      onOverride={blocked.canOverride ? () => copying.override(blocked) : undefined}
      onClose={() => {
        copying.closeBlocked();
        onDone();
      }}
    />
  );
}
