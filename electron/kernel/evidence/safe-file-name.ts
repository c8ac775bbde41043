/** Windows takes these for a device, also with a dot and more behind them. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;
/** A path of Windows has 260 characters, and the folder needs some of them. */
const LONGEST = 60;

/** A name that every system takes for one file in the folder it is put into; the ending stays. */
export function safeFileName(name: string): string {
  const plain = name.replace(FORBIDDEN, '_').trim();
  const ending = /\.[a-z0-9]{1,8}$/iu.exec(plain)?.[0] ?? '';
  const base = plain.slice(0, plain.length - ending.length);
  const short = Array.from(base).slice(0, LONGEST).join('');
  // Windows drops these at the end, and another name would be there than the list says.
  const kept = `${short}${ending}`.replace(/^[. ]+|[. ]+$/gu, '');
  if (kept === '') return '_';
  return DEVICE.test(kept) ? `_${kept}` : kept;
}
