import type { ChaseSettings, ChaseStep } from '../../../../shared/domain/chasing/chase-settings.ts';
import { CHASE_STEP_LABELS } from '../../../../shared/domain/chasing/chase-settings.ts';
import type { ChasePreview } from '../../../../shared/ipc/contract/task-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';

export type PlanPoint = {
  readonly key: string;
  readonly label: string;
  readonly atMs: number;
  readonly kind: 'placed' | 'chase' | 'close';
  /** When it would have been due without quiet hours; `null` when it is due just then. */
  readonly movedFromMs: number | null;
};

/** When the ladder alone asks for the step, before quiet hours and limits. */
function plainDueMs(
  settings: ChaseSettings,
  step: ChaseStep,
  { placedAtMs, dueOf }: { readonly placedAtMs: number; readonly dueOf: ReadonlyMap<ChaseStep, number> },
): number | null {
  const timing = settings.steps.find((other) => other.step === step)?.timing;
  if (timing === undefined) return null;
  if (timing.from === 'placed') return placedAtMs + timing.afterMs;
  if (timing.from === 'close') {
    return settings.closesAfterMs === null ? null : placedAtMs + settings.closesAfterMs - timing.beforeMs;
  }
  const base = dueOf.get(timing.step);
  return base === undefined ? null : base + timing.afterMs;
}

/** The order's life as the agent will see it: placed, each chase, closed. */
export function planOf(
  settings: ChaseSettings,
  placedAtMs: number,
  chases: readonly ChasePreview[],
): readonly PlanPoint[] {
  const dueOf = new Map(chases.map(({ step, dueAtMs }) => [step, dueAtMs]));
  const points: PlanPoint[] = chases.map(({ step, dueAtMs }) => {
    const plainMs = plainDueMs(settings, step, { placedAtMs, dueOf });
    const isMoved = plainMs !== null && Math.abs(plainMs - dueAtMs) >= MINUTE;
    return {
      key: step,
      label: CHASE_STEP_LABELS[step],
      atMs: dueAtMs,
      kind: 'chase',
      movedFromMs: isMoved ? plainMs : null,
    };
  });
  const placed = {
    key: 'placed',
    label: '下单',
    atMs: placedAtMs,
    kind: 'placed',
    movedFromMs: null,
  } as const;
  const { closesAfterMs } = settings;
  const close: readonly PlanPoint[] =
    closesAfterMs === null
      ? []
      : [
          {
            key: 'close',
            label: '自动关闭',
            atMs: placedAtMs + closesAfterMs,
            kind: 'close',
            movedFromMs: null,
          },
        ];
  return [placed, ...points, ...close].toSorted((a, b) => a.atMs - b.atMs);
}

/** Steps of the ladder that no order placed then would ever see. */
export function skippedSteps(settings: ChaseSettings, chases: readonly ChasePreview[]): readonly ChaseStep[] {
  const planned = new Set(chases.map(({ step }) => step));
  return settings.steps.map(({ step }) => step).filter((step) => !planned.has(step));
}
