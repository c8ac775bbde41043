import { AppError } from '../../shared/errors.ts';
import type { BuiltOn, RowReference } from './import-ports.ts';
import type { RecordKind } from './kinds/record-kind.ts';

const NAMED = 3;
/** Asked about together. */
const PAGE = 500;
const OTHER_RECORDS = '其他记录';

/** Gathers what was built on an import of the kind, which then cannot be taken back; a refusal names it. */
export function createObstacles(kind: RecordKind, kinds: readonly RecordKind[]) {
  const { label } = kind.reading;
  const others = kinds.filter((other) => other !== kind);
  /** Label → what is called that. */
  const standing = new Map<string, Set<string>>();
  const changed = new Set<string>();
  let removed: string[] = [];

  function note(what: string, title: string): void {
    standing.set(what, (standing.get(what) ?? new Set()).add(title));
  }

  /** The other kinds are asked for references that no foreign key of the database holds. */
  function askOthers(): void {
    const ids = removed;
    removed = [];
    for (const other of others) {
      for (const id of other.standsOn?.(kind.reading.name, ids) ?? []) {
        note(other.reading.label, other.titleOf(id) ?? id);
      }
    }
  }

  return {
    /** An agent, or a later import, has worked on subjects of the run. */
    refuseHandled(builtOn: readonly BuiltOn[]): void {
      if (builtOn.length === 0) return;
      const handled = builtOn.filter(({ byAgent }) => byAgent);
      const blocking = handled.length > 0 ? handled : builtOn;
      const titles = blocking.slice(0, NAMED).flatMap(({ subjectId }) => kind.titleOf(subjectId) ?? []);
      const what = handled.length > 0 ? '已被客服处理' : '又被后来的导入更新';
      throw refusal(`有 ${blocking.length} 个${label}在导入后${what}`, named(titles, blocking.length));
    },

    removed(id: string): void {
      removed.push(id);
      if (removed.length >= PAGE) askOthers();
    },

    pointedTo(references: readonly RowReference[]): void {
      for (const { table, id } of references) {
        const other = others.find((one) => one.table === table);
        note(other?.reading.label ?? OTHER_RECORDS, other?.titleOf(id) ?? id);
      }
    },

    changedSince(title: string): void {
      changed.add(title);
    },

    /** Once everything was tried: the refusal throws all of it away. */
    refuseWhatStandsOnIt(): void {
      askOthers();
      const [first] = standing;
      if (first) {
        const [what, titles] = first;
        throw refusal(
          `有 ${titles.size} 条${what}依据这次导入的${label}`,
          named([...titles].toSorted(), titles.size),
        );
      }
      if (changed.size > 0) {
        throw refusal(`有 ${changed.size} 条${label}在导入后又被更新`, named([...changed], changed.size));
      }
    },
  };
}

function named(titles: readonly string[], count: number): string {
  const shown = titles.slice(0, NAMED);
  return shown.length === 0 ? '' : `（${shown.join('、')}${count > shown.length ? ' 等' : ''}）`;
}

function refusal(what: string, names: string): AppError {
  return new AppError('conflict', `${what}，不能撤销${names}`);
}
