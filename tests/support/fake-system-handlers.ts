import type { Release, UpdateState, UpdateStep } from '../../shared/ipc/contract/update-contract.ts';

const CURRENT: UpdateStep = { kind: 'current', checkedAtMs: null, olderVersion: null };
const RELEASE: Release = { version: '0.2.0', notes: '催付更快', releasedAtMs: null };
const AVAILABLE: UpdateStep = { kind: 'available', release: RELEASE };

/** What concerns the program itself: a source that always has a newer version. */
export function fakeSystemHandlers() {
  let state: UpdateState = { version: '0.1.0', source: null, step: { kind: 'off' } };
  const show = (step: UpdateStep): UpdateState => {
    state = { ...state, step };
    return state;
  };
  return {
    'updates.state': () => state,
    'updates.setSource': ({ source }: { source: string | null }) => {
      state = { ...state, source };
      return show(source === null ? { kind: 'off' } : CURRENT);
    },
    'updates.chooseFolder': (): string | null => 'D:\\更新',
    'updates.check': () => show(AVAILABLE),
    'updates.accept': () => show({ kind: 'ready', release: RELEASE }),
    'updates.decline': () => show(AVAILABLE),
    'diagnostics.save': (): string | null => '小二工作台诊断信息.zip',
    'diagnostics.reportBug': (): undefined => undefined,
    'updates.installNow': (): undefined => undefined,
  };
}
