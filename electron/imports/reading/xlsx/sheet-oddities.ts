import { createXmlScanner } from '../xml/xml-scanner.ts';

/** The cells of a sheet in which a person sees a text that the cell itself has not. */
export type SheetOddities = {
  /** `'B2:D2'`: one text for several cells. */
  readonly merged: readonly string[];
  /** `'C3'`: formulas whose result the file does not hold. */
  readonly withoutResult: readonly string[];
};

/** Finds the cells that a reader of texts would take for empty ones. */
export function readOddities(pieces: Iterable<string>): SheetOddities {
  const merged: string[] = [];
  const withoutResult: string[] = [];
  let cell = '';
  let hasFormula = false;
  let hasValue = false;
  const scanner = createXmlScanner({
    open(name, attributes) {
      if (name === 'c') {
        [cell, hasFormula, hasValue] = [attributes.get('r') ?? '', false, false];
      } else if (name === 'f') hasFormula = true;
      else if (name === 'v') hasValue = true;
      else if (name === 'mergeCell') merged.push(attributes.get('ref') ?? '');
    },
    close(name) {
      if (name === 'c' && hasFormula && !hasValue) withoutResult.push(cell);
    },
    text() {},
  });
  for (const text of pieces) scanner.push(text);
  scanner.end();
  return { merged: merged.filter((ref) => ref !== ''), withoutResult };
}
