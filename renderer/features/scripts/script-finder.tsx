import type { ScriptHit } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { defineFinder } from '../../lib/finder.tsx';
import { call } from '../../lib/main-process/ipc.ts';

const SHOWN = 8;
const NOBODY = { orderId: null, taskId: null, reason: null } as const;

function Row({ hit: { script } }: { readonly hit: ScriptHit }) {
  return (
    <>
      <span className="truncate">{script.title}</span>
      <span className="muted">{script.code}</span>
    </>
  );
}

export const scriptFinder = defineFinder({
  title: '话术',
  root: 'scripts',
  find: (text) => call('scripts.search', { text, occasion: NOBODY, limit: SHOWN }),
  keyOf: ({ script }) => script.id,
  Row,
  open: ({ script }, { openScript }) => openScript(script.code),
});
