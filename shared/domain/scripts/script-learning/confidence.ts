/** Of a normal distribution, 95 % lie within so many standard deviations. */
const Z = 1.959_963_984_540_054;

export type Interval = { readonly low: number; readonly high: number };

/**
 * The 95 % interval of a share by Wilson's score: unlike p ± 1.96 s it stays within 0 and 1 and is honest about ten
 * cases. E. B. Wilson (1927), JASA 22, 209–212; recommended for small samples by Brown, Cai & DasGupta (2001),
 * Statistical Science 16, 101–133.
 */
export function wilsonInterval(successes: number, cases: number): Interval {
  if (cases === 0) return { low: 0, high: 1 };
  const share = successes / cases;
  const zz = Z * Z;
  const middle = (share + zz / (2 * cases)) / (1 + zz / cases);
  const half = (Z / (1 + zz / cases)) * Math.sqrt((share * (1 - share)) / cases + zz / (4 * cases * cases));
  // At the ends the two terms are equal, and rounding must not carry the interval past them.
  return { low: successes === 0 ? 0 : middle - half, high: successes === cases ? 1 : middle + half };
}
