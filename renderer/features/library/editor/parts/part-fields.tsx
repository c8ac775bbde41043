import { Button } from 'antd';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Script, ScriptScope } from '../../../../../shared/domain/scripts/script.ts';
import {
  applyReplacement,
  type WordingFinding,
} from '../../../../../shared/domain/scripts/wording/check-wording.ts';
import { checkForShops, wordingsFor } from '../../../../../shared/domain/scripts/wording/shops-wording.ts';
import { useAppState } from '../../../../lib/main-process/app-state.ts';
import type { PartPlace } from '../../wording/wording-view.ts';
import { PictureMenu } from '../pictures/picture-menu.tsx';
import type { Pictures } from '../pictures/use-pictures.ts';
import { ConditionMenu } from './condition-menu.tsx';
import { EmoticonMenu } from './emoticon-menu.tsx';
import { FragmentSelect } from './fragment-select.tsx';
import { PartField, partId } from './part-field.tsx';
import {
  type Edited,
  fragmentsFor,
  insertChoice,
  insertCondition,
  insertText,
  partProblems,
  type Selection,
  showing,
} from './script-text.ts';
import { VariableSelect } from './variable-select.tsx';

const PARTS_AT_MOST = 10;

type Parts = readonly string[];
type PartFieldsProps = {
  readonly parts: Parts;
  readonly scope: ScriptScope;
  readonly error: string | undefined;
  /** All of the library; those that the script may put in are its fragments. */
  readonly scripts: readonly Script[];
  /** The script itself, which is no fragment of its own. */
  readonly scriptId: string | undefined;
  readonly gallery: Pictures;
  /** The word that the report points at; selected once the editor is there. */
  readonly startAt: PartPlace | undefined;
  readonly onParts: (parts: string[]) => void;
};

function textAreaOf(index: number): HTMLTextAreaElement | undefined {
  const element = document.getElementById(partId(index));
  return element instanceof HTMLTextAreaElement ? element : undefined;
}

function swapped(parts: Parts, a: number, b: number): string[] {
  const next = [...parts];
  [next[a], next[b]] = [parts[b] ?? '', parts[a] ?? ''];
  return next;
}

/** Edits of the parts, each of which says where the cursor goes. */
function usePartEdits({ parts, startAt, onParts }: Pick<PartFieldsProps, 'parts' | 'startAt' | 'onParts'>) {
  const lastFocused = useRef(0);
  const cursor = useRef<PartPlace | null>(startAt ?? null);

  // The cursor can only go to its place once the text is there.
  useLayoutEffect(() => {
    const wanted = cursor.current;
    cursor.current = null;
    if (wanted === null) return;
    const area = textAreaOf(wanted.part);
    area?.focus();
    area?.setSelectionRange(wanted.start, wanted.end);
  });

  function put(index: number, { text, selection }: Edited): void {
    cursor.current = { part: index, ...selection };
    onParts(parts.with(index, text));
  }

  return {
    focused(index: number): void {
      lastFocused.current = index;
    },
    /** Edits at the cursor, or where it stood before the agent chose something from a menu. */
    edit(change: (part: string, selection: Selection) => Edited): void {
      const index = Math.min(lastFocused.current, parts.length - 1);
      const part = parts[index] ?? '';
      const area = textAreaOf(index);
      put(
        index,
        change(part, {
          start: area?.selectionStart ?? part.length,
          end: area?.selectionEnd ?? part.length,
        }),
      );
    },
    replace(index: number, finding: WordingFinding): void {
      const part = parts[index] ?? '';
      const at = finding.start + (finding.replacement ?? finding.found).length;
      put(index, { text: applyReplacement(part, finding), selection: { start: at, end: at } });
    },
    add(): void {
      cursor.current = { part: parts.length, start: 0, end: 0 };
      onParts([...parts, '']);
    },
    split(index: number, at: number): void {
      const part = parts[index] ?? '';
      cursor.current = { part: index + 1, start: 0, end: 0 };
      onParts(parts.toSpliced(index, 1, part.slice(0, at).trimEnd(), part.slice(at).trimStart()));
    },
  };
}

/** The parts of a script in the order they are sent, and everything that can be put into them. */
export function PartFields(props: PartFieldsProps) {
  const { parts, scope, error, scripts, scriptId, gallery, onParts } = props;
  const edits = usePartEdits(props);
  const meant = useMemo(() => fragmentsFor(scripts, scope), [scripts, scope]);
  const wordings = wordingsFor(scope, useAppState().shops);
  const references = {
    fragmentParts: (code: string) => meant.get(code.toLowerCase())?.parts,
    hasPicture: (name: string) => gallery.pictures.some((picture) => isSameName(picture.name, name)),
  };
  const insert = (text: string) => edits.edit((part, selection) => insertText(part, selection, text));
  const insertPictures = (names: readonly string[]) => insert(names.map((name) => `{图片:${name}}`).join(''));
  // Stays the same while the agent types: working it out of 10 000 scripts at every letter would be felt.
  const fragments = useMemo(() => [...meant.values()].filter(({ id }) => id !== scriptId), [meant, scriptId]);

  return (
    <div className="library-parts">
      {parts.map((part, index) => (
        <PartField
          // Parts have no identity but their place.
          key={partId(index)}
          part={part}
          index={index}
          count={parts.length}
          problems={partProblems(part, references)}
          findings={checkForShops(part, wordings)}
          onText={(text) => onParts(parts.with(index, text))}
          onMove={(offset) => onParts(swapped(parts, index, index + offset))}
          onRemove={() => onParts(parts.toSpliced(index, 1))}
          onFocus={() => edits.focused(index)}
          onPictures={(files) => gallery.add(files, insertPictures)}
          onReplace={(finding) => edits.replace(index, finding)}
          onSplit={parts.length < PARTS_AT_MOST ? (at) => edits.split(index, at) : undefined}
        />
      ))}
      {error !== undefined && (
        <p role="alert" className="library-error">
          {error}
        </p>
      )}
      <div className="library-part-actions" role="toolbar" aria-label="插入">
        <VariableSelect
          onChoose={(name) => insert(`{${name}}`)}
          onChoice={() => edits.edit((part, selection) => insertChoice(part, selection))}
        />
        <ConditionMenu
          onChoose={(name) => edits.edit((part, selection) => insertCondition(part, selection, name))}
        />
        <FragmentSelect scripts={fragments} onChoose={(code) => insert(`{片段:${code}}`)} />
        <PictureMenu
          gallery={gallery}
          countUses={({ name }) => showing(scripts, name).length}
          onChoose={insertPictures}
        />
        <EmoticonMenu onChoose={insert} />
      </div>
      <Button
        size="small"
        className="library-add-part"
        disabled={parts.length >= PARTS_AT_MOST}
        onClick={edits.add}
      >
        再加一段
      </Button>
    </div>
  );
}

const isSameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
