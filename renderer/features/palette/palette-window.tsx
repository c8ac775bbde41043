import './palette.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { ScriptOccasion } from '../../../shared/ipc/contract/script-contract.ts';
import { call, subscribe } from '../../lib/ipc.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { paletteQueries } from './queries.ts';

const NO_ORDER: ScriptOccasion = { orderId: null, taskId: null, reason: null };

type PaletteWindowProps = {
  /** The script search; `app/` gives it, because a feature knows no other. */
  readonly renderPicker: (occasion: ScriptOccasion, hide: () => void) => ReactNode;
};

const hide = () => void call('palette.hide', undefined);

/** Over any program: the global hotkey, a few letters, Enter, and the text is on the clipboard. */
export function PaletteWindow({ renderPicker }: PaletteWindowProps) {
  const [showNo, setShowNo] = useState(0);
  const { data: context } = useQuery(paletteQueries.context(showNo));
  const renew = useEffectEvent(() => setShowNo(showNo + 1));
  useEffect(() => subscribe('palette.shown', () => renew()), []);

  const { label = null, ...found } = context ?? {};
  const occasion: ScriptOccasion = context ? { ...NO_ORDER, ...found } : NO_ORDER;
  return (
    // Every time it comes up it is empty and ready: a key per showing starts it anew.
    <main className="palette" key={showNo} aria-label="话术面板">
      <h1 className="visually-hidden">话术</h1>
      <div className="palette-body">{renderPicker(occasion, hide)}</div>
      <footer className="palette-footer">
        <span className="truncate" title={label ?? ''}>
          {label ?? '未识别到订单，变量需手动填写'}
        </span>
        <span>
          <Kbd keys="Enter" /> 复制
        </span>
        <span>
          <Kbd keys="Esc" /> 关闭
        </span>
      </footer>
    </main>
  );
}
