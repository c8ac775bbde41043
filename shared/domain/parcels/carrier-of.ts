/** Beginnings that one carrier alone gives to its numbers; a number of digits only says nothing. */
const CARRIERS: readonly (readonly [RegExp, string])[] = [
  [/^SF\d{12,13}$/u, '顺丰速运'],
  [/^JT\d{13}$/u, '极兔速递'],
  [/^YT\d{13,18}$/u, '圆通速递'],
  [/^JD[A-Z]{0,2}\d{11,15}(?:-\d+)*$/u, '京东快递'],
  [/^DPK\d{9,15}$/u, '德邦快递'],
  [/^E[A-Z]\d{9}CN$/u, 'EMS'],
];

/** The carrier by the form of the number, where that is sure; `null`: nobody can tell. */
export const carrierByNumber = (trackingNo: string): string | null =>
  CARRIERS.find(([form]) => form.test(trackingNo.toUpperCase()))?.[1] ?? null;
