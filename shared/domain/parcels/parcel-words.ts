import type { EpochMs } from '../../time/clock.ts';

/**
 * How far a parcel is, as far as anything says so. There is no state for a parcel with which all is well: where nobody
 * has said anything, it is `unknown`.
 */
export const PARCEL_STATES = [
  'unknown',
  'no-pickup',
  'moving',
  'delivering',
  'stalled',
  'overdue',
  'undelivered',
  'returning',
  'lost',
  'signed',
] as const;
export type ParcelState = (typeof PARCEL_STATES)[number];

export const PARCEL_STATE_LABELS = {
  unknown: '物流未知',
  'no-pickup': '未揽收',
  moving: '运输中',
  delivering: '派送中',
  stalled: '停滞',
  overdue: '该到未到',
  undelivered: '派送失败',
  returning: '退回中',
  lost: '丢失或破损',
  signed: '已签收',
} as const satisfies Record<ParcelState, string>;

type Words = readonly (readonly [RegExp, ParcelState])[];

/** The words of the columns for states and exceptions, the most telling first: 签收超时 is no 签收. */
const STATUS_WORDS: Words = [
  [/未签收|签收超时|派送超时|派件超时|超时未到|时效超时/u, 'overdue'],
  [/退回|退件|退签|退货|拒签|拒收|返回寄件/u, 'returning'],
  [/丢失|遗失|丢件|破损|损毁/u, 'lost'],
  [
    /(?:派送|派件|投递|配送|妥投)(?:失败|异常|不成功)|未妥投|疑难|问题件|无法派送|无法联系|联系不上/u,
    'undelivered',
  ],
  [/揽收超时|揽件超时|首轨迹超时|未揽收|待揽收|待揽件|未揽件|无轨迹|无物流|暂无/u, 'no-pickup'],
  [/停滞|未更新|无更新|运输超时|中转超时|轨迹超时|轨迹异常|滞留/u, 'stalled'],
  [/签收|妥投|代收|已取件|已送达|已收货/u, 'signed'],
  [/派送|派件|投递|配送中/u, 'delivering'],
  [/在途|运输|揽收|揽件|收件|中转|到达|离开|发往|清关|转投|已发货|已发出/u, 'moving'],
];

/** In the text of a scan most words may stand in passing (“请及时签收”), so fewer of them tell. */
const SCAN_WORDS: Words = [
  [/派送(?:失败|不成功)|派件(?:失败|不成功)|投递(?:失败|不成功)|未妥投|无法派送|未能派送/u, 'undelivered'],
  [/已退回|退回寄件|退回途中|开始退回|拒签|拒收|退件/u, 'returning'],
  [/已签收|签收人|已妥投|妥投成功|已代收|本人签收|已取件|已被.{0,12}签收|由.{0,12}签收/u, 'signed'],
  [/正在派送|派送中|派件中|正在派件|安排投递|正在投递/u, 'delivering'],
];

const stateIn = (words: Words, text: string): ParcelState | null =>
  words.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** `null`: a word that stands in no list. */
export const statusWordState = (word: string): ParcelState | null => stateIn(STATUS_WORDS, word);

/** Everything that a file or an agent may have said of how far a parcel is. */
export type ParcelSaid = {
  readonly status: string | null;
  readonly exception: string | null;
  readonly exceptionAtMs: EpochMs | null;
  readonly lastText: string | null;
  readonly lastAtMs: EpochMs | null;
  readonly pickedUpAtMs: EpochMs | null;
  readonly signedAtMs: EpochMs | null;
  /** A file that has a column for scans shows none. */
  readonly unscanned: string | null;
};

const hasScan = ({ lastText, lastAtMs, pickedUpAtMs }: ParcelSaid): boolean =>
  lastText !== null || lastAtMs !== null || pickedUpAtMs !== null;

/** An exception holds until a later scan. */
const openException = ({ exception, exceptionAtMs, lastAtMs }: ParcelSaid): string | null =>
  exceptionAtMs !== null && lastAtMs !== null && lastAtMs > exceptionAtMs ? null : exception;

const statusState = (word: string | null): ParcelState | null =>
  word === null ? null : statusWordState(word);

const scanState = ({ lastText }: ParcelSaid): ParcelState | null =>
  lastText === null ? null : stateIn(SCAN_WORDS, lastText);

/** Where no word says how far it is: a parcel with a scan is on its way. */
function stateWithoutWord(said: ParcelSaid): ParcelState {
  if (hasScan(said)) return 'moving';
  return said.unscanned === null ? 'unknown' : 'no-pickup';
}

export function parcelStateOf(said: ParcelSaid): ParcelState {
  const [status, scan] = [statusState(said.status), scanState(said)];
  if (said.signedAtMs !== null || status === 'signed' || scan === 'signed') return 'signed';
  const told = statusState(openException(said)) ?? status;
  // A word for a parcel on its way says less than a scan that names what went wrong.
  return (told === 'moving' ? scan : null) ?? told ?? scan ?? stateWithoutWord(said);
}

const TROUBLES: ReadonlySet<ParcelState> = new Set([
  'no-pickup',
  'stalled',
  'overdue',
  'undelivered',
  'returning',
  'lost',
] as const);

/** The customer should hear of it before asking. */
export const isTrouble = (state: ParcelState): boolean => TROUBLES.has(state);
