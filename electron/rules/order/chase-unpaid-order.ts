import { chaseAdvice } from '../../../shared/domain/chasing/chase-advice.ts';
import {
  AGREED_STEP,
  ANSWERED_STEP,
  type ChaseSettings,
  type ChaseStep,
  type ChaseStepSetting,
} from '../../../shared/domain/chasing/chase-settings.ts';
import { CHASED_BY_PLATFORM_SHORT, isChasedByPlatform } from '../../../shared/domain/chasing/chase-way.ts';
import {
  amountAtRiskFen,
  closingTimeOf,
  type OrderRule,
  type OrderSubject,
  type SentChase,
} from '../../../shared/domain/orders/order-subject.ts';
import { claimSpec, openClaim } from '../../../shared/domain/tasks/claim.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { quietPeriodAt, resumeAfter } from '../../../shared/domain/team/quiet-hours.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import { CLOCK_CORRECTION_MS, type EpochMs } from '../../../shared/time/clock.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';

/** Two messages closer than this are one too many. */
const LEAST_GAP_MS = 10 * MINUTE;
const BEFORE_QUIET_MS = 30 * MINUTE;

/** P5–P7 build on each other: none stands for another, and each leaves the customer a day to answer. */
const PREDECESSOR: Partial<Record<ChaseStep, ChaseStep>> = { warn: 'remind', 'claim-fee': 'warn' };
const isLateStep = (step: ChaseStep) => step === 'remind' || step in PREDECESSOR;

/** The order as far as the ladder needs it; `placedAtMs` is known. */
type Ladder = {
  readonly placedAtMs: EpochMs;
  readonly closesAtMs: EpochMs | null;
  readonly agreedPayAtMs: EpochMs | null;
  readonly chases: readonly SentChase[];
  readonly answeredAtMs: EpochMs | null;
  readonly settings: ChaseSettings;
  readonly nowMs: EpochMs;
};

type PlannedStep = {
  readonly setting: ChaseStepSetting;
  /** Before quiet hours moved it. */
  readonly nominalAtMs: EpochMs;
  readonly dueAtMs: EpochMs;
  readonly isAgreed: boolean;
};

/** P1, P5–P7: an unpaid order is followed up until it is paid or closed. */
export const chaseUnpaidOrder: OrderRule = {
  kind: 'chase',
  concerns: ({ order }) => order.status === 'unpaid',
  find,
  settledBy,
};

function settledBy({ order, claims }: OrderSubject): Settlement | null {
  if (order.status === 'closed') {
    const { closeReason } = order;
    return { reason: closeReason === null ? '订单已关闭' : `订单已关闭：${closeReason}`, isFinal: true };
  }
  if (order.status === 'unknown') return { reason: '订单状态未知', isFinal: false };
  if (order.status !== 'unpaid') return { reason: '订单已付款', isFinal: true };
  if (order.chaseStoppedAtMs !== null) {
    return { reason: order.chaseStopReason === null ? '不催' : '已放弃催付', isFinal: false };
  }
  const claim = openClaim(claims, 'paid');
  if (claim) return { reason: claimSpec(claim.kind).openText, isFinal: false };
  return null;
}

/**
 * Which steps there are does not depend on when anybody looks, nor on what the clock says then: a late import finds
 * several overdue at once, of which the last is to be sent and those before it have expired.
 */
function find(subject: OrderSubject, nowMs: EpochMs): WantedTask[] {
  const { order } = subject;
  if (settledBy(subject) !== null || order.placedAtMs === null) return [];
  const ladder = ladderOf(subject, order.placedAtMs, nowMs);
  const { closesAtMs } = ladder;
  const unsent = withoutCollisions(planned(ladder)).filter((step) => isStillToSend(step, ladder));
  const steps = honourAgreement(unsent, ladder).filter((step) => isWithinCap(step, ladder));
  // A time that was agreed was agreed in a chat.
  const way = isChasedByPlatform(subject.platform) ? CHASED_BY_PLATFORM_SHORT : '';
  const wanted = (
    step: string,
    dueAtMs: EpochMs,
    rest: Pick<WantedTask, 'expiresAtMs' | 'reason' | 'isPromise'>,
  ): WantedTask => ({
    ...rest,
    kind: 'chase',
    subject: { kind: 'order', id: order.id },
    step,
    dueAtMs,
    amountAtRiskFen: amountAtRiskFen(order),
    advice: chaseAdvice(subject, Math.max(dueAtMs, nowMs)),
  });
  const agreedMs = steps.length === 0 ? pendingAgreement(ladder) : undefined;
  if (agreedMs !== undefined) {
    const reason = agreementText(agreedMs, ladder);
    const agreed = wanted(AGREED_STEP, agreedMs, { expiresAtMs: closesAtMs, reason });
    return [{ ...agreed, occurrence: String(agreedMs), isPromise: true }];
  }
  return steps.map((step, index) => {
    const expiresAtMs = steps[index + 1]?.dueAtMs ?? closesAtMs;
    return wanted(step.setting.step, step.dueAtMs, {
      expiresAtMs,
      reason: step.isAgreed ? reasonOf(step, ladder) : `${reasonOf(step, ladder)}${way}`,
      isPromise: step.isAgreed,
    });
  });
}

function ladderOf(subject: OrderSubject, placedAtMs: EpochMs, nowMs: EpochMs): Ladder {
  const { order, settings, answeredAtMs } = subject;
  const closesAtMs = closingTimeOf(order, settings.chase);
  const { agreedPayAtMs } = order;
  const ladder = { placedAtMs, closesAtMs, agreedPayAtMs, answeredAtMs, settings: settings.chase, nowMs };
  const chases = subject.chases.map((chase) => {
    const isOfWrongTime = chase.atMs > nowMs + CLOCK_CORRECTION_MS;
    // Never later than it was recorded: a clock that was set back and runs on comes to believe the record again.
    return isOfWrongTime ? { ...chase, atMs: Math.min(chase.atMs, plannedAtMs(chase.step, ladder)) } : chase;
  });
  return { ...ladder, chases };
}

/** A message of a time that is still to come was recorded while the clock was wrong; it counts as sent when it was due. */
function plannedAtMs(step: SentChase['step'], ladder: Omit<Ladder, 'chases'>): EpochMs {
  const { placedAtMs, closesAtMs, agreedPayAtMs, settings } = ladder;
  const timing = settings.steps.find((setting) => setting.step === step)?.timing;
  if (step === AGREED_STEP) return agreedPayAtMs ?? placedAtMs;
  if (timing?.from === 'placed') return placedAtMs + timing.afterMs;
  if (timing?.from === 'close' && closesAtMs !== null) return closesAtMs - timing.beforeMs;
  return placedAtMs;
}

const sentAtMs = (chases: readonly SentChase[], step: ChaseStep): EpochMs | undefined =>
  chases.findLast((chase) => chase.step === step)?.atMs;

const lastSentAtMs = (chases: readonly SentChase[]) =>
  Math.max(Number.NEGATIVE_INFINITY, ...chases.map((chase) => chase.atMs));

/** Every step of the ladder that has a time in the life of this order, in the order of those times. */
function planned(ladder: Ladder): PlannedStep[] {
  return ladder.settings.steps
    .flatMap((setting) => {
      const nominalAtMs = nominalTime(setting, ladder);
      if (nominalAtMs === undefined || nominalAtMs < ladder.placedAtMs) return [];
      const dueAtMs = outsideQuietHours(nominalAtMs, ladder);
      return dueAtMs === undefined ? [] : [{ setting, nominalAtMs, dueAtMs, isAgreed: false }];
    })
    .toSorted((a, b) => a.nominalAtMs - b.nominalAtMs);
}

/** `undefined`: the step has no time yet, or it would come too late to matter. */
function nominalTime({ step, timing }: ChaseStepSetting, ladder: Ladder): EpochMs | undefined {
  const { placedAtMs, closesAtMs, chases, settings } = ladder;
  const predecessor = PREDECESSOR[step];
  const needsPredecessor = settings.steps.some((other) => other.step === predecessor);
  if (predecessor && needsPredecessor && sentAtMs(chases, predecessor) === undefined) return undefined;
  const base = {
    placed: placedAtMs,
    close: closesAtMs ?? undefined,
    step: timing.from === 'step' ? sentAtMs(chases, timing.step) : undefined,
  }[timing.from];
  if (base === undefined) return undefined;
  const atMs = timing.from === 'close' ? base - timing.beforeMs : base + timing.afterMs;
  if (!isLateStep(step)) return atMs;
  return Math.max(atMs, lastSentAtMs(chases.filter((chase) => chase.step !== step)) + DAY);
}

/** `undefined`: there is no waking hour left for it before the order closes. */
function outsideQuietHours(atMs: EpochMs, ladder: Ladder): EpochMs | undefined {
  const { closesAtMs, placedAtMs } = ladder;
  if (closesAtMs !== null && atMs >= closesAtMs) return undefined;
  const quiet = ladder.settings.quietHours;
  const period = quiet === null ? undefined : quietPeriodAt(quiet, atMs);
  if (quiet === null || period === undefined) return atMs;
  const resumeMs = resumeAfter(quiet, period);
  // A customer who is asked a moment before the closing has no time left to pay.
  if (closesAtMs === null || resumeMs + LEAST_GAP_MS <= closesAtMs) return resumeMs;
  const earlierMs = period.startMs - BEFORE_QUIET_MS;
  // With a short day between two quiet periods, half an hour before the one may lie in the other.
  return earlierMs > placedAtMs && !quietPeriodAt(quiet, earlierMs) ? earlierMs : undefined;
}

/** Quiet hours push steps together. The earlier one stays: a customer must get the opening message first. */
function withoutCollisions(steps: readonly PlannedStep[]): PlannedStep[] {
  const kept: PlannedStep[] = [];
  for (const step of steps) {
    const previous = kept.at(-1);
    if (previous === undefined || !collides(previous, step)) kept.push(step);
  }
  return kept;
}

function collides(previous: PlannedStep, step: PlannedStep): boolean {
  const gapMs = step.dueAtMs - previous.dueAtMs;
  const isMoved = [previous, step].some(({ dueAtMs, nominalAtMs }) => dueAtMs !== nominalAtMs);
  // A shop may want two messages in ten minutes, but never two at once.
  return gapMs <= 0 || (isMoved && gapMs < LEAST_GAP_MS);
}

const withoutAnswers = (chases: readonly SentChase[]) => chases.filter(({ step }) => step !== ANSWERED_STEP);

/**
 * A message that went out late stands for the openers that had come due before it, and so does an answer of the
 * customer. The answer that named a time is kept by the very message that is put off for it.
 */
function isStillToSend({ setting, dueAtMs }: PlannedStep, ladder: Ladder): boolean {
  const { chases, answeredAtMs } = ladder;
  if (sentAtMs(chases, setting.step) !== undefined) return false;
  if (isLateStep(setting.step)) return true;
  const isPutOff = pendingAgreement(ladder) !== undefined;
  const answeredMs = isPutOff ? Number.NEGATIVE_INFINITY : (answeredAtMs ?? Number.NEGATIVE_INFINITY);
  return dueAtMs > Math.max(lastSentAtMs(isPutOff ? withoutAnswers(chases) : chases), answeredMs);
}

/** The time that the customer has named and was not reminded of yet. */
function pendingAgreement({ agreedPayAtMs, closesAtMs, chases }: Ladder): EpochMs | undefined {
  if (agreedPayAtMs === null) return undefined;
  if (lastSentAtMs(withoutAnswers(chases)) >= agreedPayAtMs - LEAST_GAP_MS) return undefined;
  // An agreement does not count if the order closes before it: the customer has to hear of the closing first.
  return closesAtMs !== null && agreedPayAtMs >= closesAtMs ? undefined : agreedPayAtMs;
}

/** The customer has named a time: nothing before it, and the next message just then, even if the hour is quiet. */
function honourAgreement(steps: readonly PlannedStep[], ladder: Ladder): PlannedStep[] {
  const agreedMs = pendingAgreement(ladder);
  if (agreedMs === undefined) return [...steps];
  const [next, ...rest] = steps;
  if (next === undefined) return [];
  const later = rest.filter((step) => step.dueAtMs >= agreedMs + LEAST_GAP_MS);
  // A warning or a claim may wait for the customer, but never comes before its time.
  const canComeEarlier = PREDECESSOR[next.setting.step] === undefined;
  return next.dueAtMs < agreedMs || canComeEarlier
    ? [{ ...next, dueAtMs: agreedMs, isAgreed: true }, ...later]
    : [next, ...later];
}

/** The reminder of an agreement keeps a promise; it is not one message too many. */
function isWithinCap({ dueAtMs, isAgreed }: PlannedStep, { chases, settings }: Ladder): boolean {
  return isAgreed || chases.filter(({ atMs }) => atMs > dueAtMs - DAY).length < settings.maxPer24h;
}

function reasonOf({ setting, dueAtMs, isAgreed }: PlannedStep, ladder: Ladder): string {
  if (isAgreed) return agreementText(dueAtMs, ladder);
  if (setting.step === 'claim-fee') {
    const warnedAtMs = sentAtMs(ladder.chases, 'warn') ?? ladder.placedAtMs;
    return `警告后 ${durationText(dueAtMs - warnedAtMs)}，可申请退还交易费`;
  }
  if (setting.timing.from === 'close' && ladder.closesAtMs !== null) {
    return `关闭前 ${durationText(ladder.closesAtMs - dueAtMs)}未付款`;
  }
  return `下单 ${durationText(dueAtMs - ladder.placedAtMs)}未付款`;
}

/** With the day, because the reason is read on later days too. */
const agreementText = (agreedMs: EpochMs, { placedAtMs }: Ladder) =>
  `客户约定 ${momentText(agreedMs, placedAtMs)} 付款`;

/** `'15 分钟'`, `'9 小时 30 分钟'`, `'3 天'`: the two largest units, the first of them above zero. */
function durationText(durationMs: number): string {
  const days = Math.floor(durationMs / DAY);
  const hours = Math.floor((durationMs % DAY) / HOUR);
  const minutes = Math.floor((durationMs % HOUR) / MINUTE);
  const units = [`${days} 天`, `${hours} 小时`, `${minutes} 分钟`];
  const amounts = [days, hours, minutes];
  const first = Math.max(
    0,
    amounts.findIndex((amount) => amount > 0),
  );
  const text = units.slice(first, first + 2).filter((_unit, index) => (amounts[first + index] ?? 0) > 0);
  return text.length > 0 ? text.join(' ') : '0 分钟';
}
