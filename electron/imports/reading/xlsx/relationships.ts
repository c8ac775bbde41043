import { createXmlScanner } from '../xml/xml-scanner.ts';
import type { Archive, Part } from './archive.ts';

/** One part names another. */
export type Relationship = { readonly id: string; readonly type: string; readonly target: string };

const MAX_BYTES = 64 * 1024 ** 2;

/** All that a part, or the package itself, refers to. Names are looked up in lower case, as the parts are. */
export function readRelationships(archive: Archive, of: Part | null): Relationship[] {
  const folder = of ? folderOf(of.name) : '';
  const name = of ? of.name.slice(folder.length) : '';
  const part = archive.find(`${folder}_rels/${name}.rels`);
  if (!part) return [];
  const found: Relationship[] = [];
  const scanner = createXmlScanner({
    open(element, attributes) {
      if (element !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      found.push({
        id: attributes.get('Id') ?? '',
        type: attributes.get('Type') ?? '',
        target: resolve(folder, attributes.get('Target') ?? ''),
      });
    },
    close() {},
    text() {},
  });
  for (const text of archive.read(part, { maxBytes: MAX_BYTES })) scanner.push(text);
  scanner.end();
  return found;
}

/** The older and the stricter standard differ in all of a type but its last word. */
export function isOfType({ type }: Relationship, word: string): boolean {
  return type.endsWith(`/${word}`);
}

export function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

/** A target is meant from the folder of the part that names it, or from the root. */
function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}
