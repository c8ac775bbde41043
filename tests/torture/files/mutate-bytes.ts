import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { below, pick, type Random } from '../../bench/support/random.ts';

type Bytes = Uint8Array;

/** One place of the file: other bytes, more, fewer, or the end. */
export function mutateBytes(bytes: Bytes, random: Random): Bytes {
  const at = below(random, bytes.length);
  const length = 1 + below(random, 20);
  const rubbish = Uint8Array.from({ length }, () => below(random, 256));
  const edits: readonly (() => Bytes)[] = [
    () => Buffer.concat([bytes.subarray(0, at), rubbish, bytes.subarray(at + length)]),
    () => Buffer.concat([bytes.subarray(0, at), rubbish, bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
    () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length))]),
    () => bytes.slice(0, at),
    () => bytes.map((byte, place) => (place === at ? byte ^ (1 << below(random, 8)) : byte)),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from('"'), bytes.subarray(at)]),
  ];
  return pick(random, edits)();
}

const XML = [
  '<',
  '>',
  '&',
  '&constructor;',
  '&#0;',
  '&#x110000;',
  '<!--',
  ']]>',
  '<![CDATA[x]]>',
  '<c r="XFD1048576"><v>1</v></c>',
  '<row r="999999999">',
  '<row r="-1">',
  ' r="A0"',
  ' t="s"',
  '<v>99999999999</v>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '</sheetData>',
  '<x:row xmlns:x="y"/>',
  '\u0000',
] as const;

function mutateXml(text: string, random: Random): string {
  const at = below(random, text.length);
  const choice = random();
  if (choice < 0.5) return text.slice(0, at) + pick(random, XML) + text.slice(at);
  if (choice < 0.8) return text.slice(0, at) + text.slice(at + 1 + below(random, 40));
  return strFromU8(mutateBytes(strToU8(text), random));
}

/** A workbook that is a sound zip, and in which one part is not what a workbook holds. */
export function mutateWorkbook(bytes: Bytes, random: Random): Bytes {
  const parts = unzipSync(bytes);
  const name = pick(random, Object.keys(parts));
  const part = parts[name] ?? new Uint8Array();
  if (random() < 0.05) delete parts[name];
  else parts[name] = strToU8(mutateXml(strFromU8(part), random));
  return zipSync(parts, { level: 1 });
}
