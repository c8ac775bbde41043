import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Ref } from 'react';
import { UNPAID_REASON_LABELS } from '../../../shared/domain/orders/unpaid-reason.ts';

import type { ScriptOccasion } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { useRelayed } from './copying/use-relayed.ts';
import { ScriptPicker, type ScriptPickerHandle } from './script-picker.tsx';

type Props = {
  readonly occasion: ScriptOccasion;
  readonly onLeave: () => void;
  /** The scripts are not to go by the chosen reason any more. */
  readonly onForgetReason: () => void;
  /** X5: opens the page of the chosen script. */
  readonly onDetails: () => void;
  readonly ref?: Ref<ScriptPickerHandle>;
};

/** The right column: scripts for what is open in the middle. */
export function ScriptsPanel({ occasion, onLeave, onForgetReason, onDetails, ref }: Props) {
  useRelayed();
  return (
    <section className="panel" aria-label="话术">
      <header className="panel-header">
        <h2 className="panel-title">话术</h2>
        {occasion.reason && (
          <span className="scripts-reason">
            <Tag tone="accent">{UNPAID_REASON_LABELS[occasion.reason]}</Tag>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden="true" />}
              aria-label={`不按「${UNPAID_REASON_LABELS[occasion.reason]}」找话术`}
              onClick={onForgetReason}
            />
          </span>
        )}
      </header>
      <div className="scripts-body">
        <ScriptPicker
          occasion={occasion}
          isRelayed
          onLeave={onLeave}
          suffix={<Kbd keys={SHORTCUTS.scripts.label} />}
          {...(ref === undefined ? {} : { ref })}
        />
      </div>
      <footer className="scripts-footer">
        <span>
          <Kbd keys="Enter" /> 复制
        </span>
        <span>
          <Kbd keys="↑ ↓" /> 选择
        </span>
        <span>
          <Kbd keys={SHORTCUTS.done.label} /> 完成并转到下一条
        </span>
        <Button
          className="scripts-details"
          size="small"
          type="text"
          title={SHORTCUTS.scriptPage.effect}
          onClick={onDetails}
        >
          <Kbd keys={SHORTCUTS.scriptPage.label} /> 详情
        </Button>
      </footer>
    </section>
  );
}
