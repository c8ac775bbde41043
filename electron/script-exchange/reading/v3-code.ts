/**
 * V3 refuses a code that starts or ends with a digit. An underscore on that side makes it one that is taken, and
 * goes again when the file is read; where there is an underscore already, it is one more.
 */
export function toV3Code(code: string): string {
  return code.replace(/^(?=_*\d)/u, '_').replace(/(?<=\d_*)$/u, '_');
}

export function fromV3Code(code: string): string {
  return code.replace(/^_(?=_*\d)/u, '').replace(/(?<=\d_*)_$/u, '');
}
