import { basename } from 'node:path';
import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { AgentId, ScriptId, ScriptImportId } from '../../shared/domain/ids.ts';
import type { Script, ScriptScope } from '../../shared/domain/scripts/script.ts';
import type { ScriptExportFormat } from '../../shared/domain/scripts/script-file.ts';
import { mayEdit } from '../../shared/domain/scripts/script-scope.ts';
import type { WordingSettings } from '../../shared/domain/scripts/wording/wording-settings.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type {
  ScriptFileExported,
  ScriptFileImported,
  ScriptFileRequest,
  ScriptImportPreview,
} from '../../shared/ipc/contract/scripts/script-file-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Table } from '../exports/table.ts';
import type { Progress } from '../imports/reading/raw-row.ts';
import type { InTransaction } from '../store/connection.ts';
import { type CommitPorts, createCommitScripts } from './planning/commit-scripts.ts';
import { type KnownPictures, type NewPicture, openPictureFolder } from './planning/picture-folder.ts';
import { type ImportContext, type PlannedRow, planImport } from './planning/plan-import.ts';
import { groupPaths } from './planning/planned-library.ts';
import { newGroupsOf, previewRow } from './planning/preview-rows.ts';
import { createUndoScripts, type UndoneScripts, type UndoPorts } from './planning/undo-scripts.ts';
import type { createColumnMemory } from './reading/column-memory.ts';
import { type ListTables, openScriptFile, type ScriptFile } from './reading/open-script-file.ts';
import { headerKey } from './reading/script-columns.ts';
import type { ScriptLayout } from './reading/script-layout.ts';
import type { NamedScope, SheetScript } from './reading/script-row.ts';
import { scriptTable } from './reading/script-table.ts';
import { sheetScripts } from './reading/sheet-scripts.ts';
import { createExportScripts, type ExportPorts } from './writing/export-scripts.ts';

type Unreadable = { readonly kind: 'unreadable'; readonly reason: string };

type Dependencies = Omit<CommitPorts, 'scripts' | 'groups' | 'imports'> &
  ExportPorts & {
    readonly scripts: CommitPorts['scripts'] &
      UndoPorts['scripts'] & {
        list(): readonly Script[];
        listVisibleTo(agentId: AgentId | null): readonly Script[];
      };
    readonly groups: CommitPorts['groups'] & UndoPorts['groups'];
    readonly imports: CommitPorts['imports'] &
      UndoPorts['imports'] & { lastImportedAtMs(): ReadonlyMap<ScriptId, EpochMs> };
    readonly activities: UndoPorts['activities'];
    readonly shops: { list(): readonly Shop[] };
    readonly agents: { list(): readonly Agent[] };
    readonly knownPictures: KnownPictures & { add(picture: NewPicture, actor: Actor): void };
    readonly listTables: ListTables;
    readonly columnMemory: ReturnType<typeof createColumnMemory>;
    readonly inTransaction: InTransaction;
    readonly now: () => EpochMs;
  };

export type Who = {
  readonly agentId: AgentId | null;
  /** The command line answers for itself: it sees and may change everything. */
  readonly seesAll?: boolean;
  /** A lead has to change the scripts that other agents see. */
  readonly isApprovalRequired?: boolean;
};
type ImportRequest = { readonly request: ScriptFileRequest; readonly sha256: string };
type ExportRequest = {
  readonly path: string;
  readonly format: ScriptExportFormat;
  readonly ids: readonly ScriptId[] | null;
};

export type ScriptExchange = ReturnType<typeof createScriptExchange>;

/** X3: scripts come from files of other tools, and go to them. */
export function createScriptExchange(dependencies: Dependencies) {
  const { scripts, groups, imports, shops, agents, knownPictures, columnMemory, inTransaction, now } =
    dependencies;
  const commitRows = createCommitScripts(dependencies);
  const undoRows = createUndoScripts(dependencies);
  const writeScripts = createExportScripts(dependencies);

  /** A file goes through many hands, so it holds no personal scripts of other agents. */
  const visibleTo = ({ agentId, seesAll = false }: Who) =>
    seesAll ? scripts.list() : scripts.listVisibleTo(agentId);

  function scopeNamed(named: NamedScope): ScriptScope | undefined {
    if (named.kind === 'all') return { kind: 'all' };
    if (named.kind === 'shop') {
      const shop = shops.list().find(({ name }) => name === named.name);
      return shop && { kind: 'shop', shopId: shop.id };
    }
    const agent = agents.list().find(({ name, isArchived }) => name === named.name && !isArchived);
    return agent && { kind: 'personal', agentId: agent.id };
  }

  function contextFor(request: ScriptFileRequest, who: Who): ImportContext {
    const { agentId, seesAll = false, isApprovalRequired: isRequired = false } = who;
    const team = agents.list();
    const agent = team.find(({ id }) => id === agentId);
    const importedAtMs = imports.lastImportedAtMs();
    return {
      library: { scripts: visibleTo(who), groups: groups.list() },
      importedAtMs: (id) => importedAtMs.get(id),
      target: request.target,
      scopeOf: scopeNamed,
      mayEdit: (scope) => (agent ? mayEdit({ scope }, agent, { isRequired, team }) : seesAll),
      choices: request.choices,
    };
  }

  type Opened = { readonly file: ScriptFile; readonly plan: () => Generator<PlannedRow> } & {
    readonly pictures: ReturnType<typeof openPictureFolder>;
    readonly context: ImportContext;
  };

  function open(request: ScriptFileRequest, who: Who, progress: Progress): Opened | Unreadable {
    const file = openScriptFile(request, { listTables: dependencies.listTables, recall: recalled, progress });
    if (file.kind === 'unreadable') return file;
    const pictures = openPictureFolder(request.path, knownPictures);
    const context = contextFor(request, who);
    function* rows() {
      for (const row of file.kind === 'file' ? file.rows() : []) yield pictures.named(row);
    }
    return { file, pictures, context, plan: () => planImport(rows(), context) };
  }

  const recalled = (layout: ScriptLayout) => columnMemory.recall(headerLine(layout));

  function previewOf(path: string, { file, pictures, context, plan }: Opened): ScriptImportPreview {
    const planned = [...plan()];
    const written = planned.filter(({ after }) => after !== null);
    const { layout, samples } = file;
    const codes = [
      ...context.library.scripts.map(({ code }) => code),
      ...planned.map(({ theirs }) => theirs.code),
    ];
    const surroundings = {
      codes: new Set(codes.map((code) => code.toLowerCase())),
      wordingFor: wordingOf(shops.list()),
    };
    const writtenParts = written.flatMap(({ after }) => after?.parts ?? []);
    return {
      kind: 'preview',
      fileName: basename(path),
      sha256: file.sha256,
      format: layout.format,
      hasHeader: layout.headerRow > 0,
      columns: layout.columns.map((field, index) => ({
        header: (layout.headers[index] ?? '').trim(),
        field,
        samples: [...(samples[index] ?? [])],
      })),
      leftOut: [...file.leftOut],
      rows: planned.map((row) => previewRow(row, surroundings)),
      writeCount: written.length,
      newGroups: newGroupsOf(planned, groupPaths(context.library.groups).values()),
      pictureCount: pictures.newNames(writtenParts).length,
    };
  }

  /** In one transaction: all of the file, or none of it. */
  function commit({ file, pictures, plan }: Opened, path: string, actor: Actor): ScriptFileImported {
    return inTransaction(() => {
      const planned = [...plan()];
      const parts = planned.flatMap(({ after }) => after?.parts ?? []);
      for (const name of pictures.newNames(parts)) knownPictures.add(pictures.read(name), actor);
      const { layout } = file;
      if (layout.format === 'table') columnMemory.keep(headerLine(layout), [...layout.columns]);
      return { kind: 'imported', ...commitRows(planned, basename(path), actor) };
    });
  }

  function sheetOf(who: Who, ids: readonly ScriptId[] | null): SheetScript[] {
    const wanted = ids === null ? null : new Set(ids);
    const names = {
      shopName: (id: string) => shops.list().find((shop) => shop.id === id)?.name ?? '',
      agentName: (id: string) => agents.list().find((agent) => agent.id === id)?.name ?? '',
    };
    const shown = visibleTo(who).filter(({ id }) => wanted?.has(id) ?? true);
    return sheetScripts({ scripts: shown, groups: groups.list() }, names);
  }

  return {
    preview(request: ScriptFileRequest, who: Who, progress: Progress): ScriptImportPreview | Unreadable {
      const opened = open(request, who, progress);
      return 'kind' in opened ? opened : previewOf(request.path, opened);
    },
    import(
      { request, sha256 }: ImportRequest,
      who: Who,
      progress: Progress,
    ): ScriptFileImported | Unreadable {
      const opened = open(request, who, progress);
      if ('kind' in opened) return opened;
      if (opened.file.sha256 !== sha256) throw new AppError('conflict', '文件在预览之后有改动，请重新预览');
      return commit(opened, request.path, { agentId: who.agentId, nowMs: now() });
    },
    undo: (id: ScriptImportId, agentId: AgentId | null): UndoneScripts =>
      inTransaction(() => undoRows(id, { agentId, nowMs: now() })),
    export: ({ path, format, ids }: ExportRequest, who: Who): ScriptFileExported => {
      const [shop] = shops.list();
      return writeScripts(sheetOf(who, ids), { path, format, account: shop?.name ?? '' });
    },
    /** The scripts that the agent may see, as one table. */
    table: (who: Who): Table => scriptTable(sheetOf(who, null)),
  };
}

/** The shop's own norms; where there are several shops and none is named, those that hold everywhere. */
function wordingOf(shops: readonly Shop[]) {
  return (scope: ScriptScope): WordingSettings | undefined => {
    if (scope.kind === 'shop') return shops.find(({ id }) => id === scope.shopId)?.settings.wording;
    return shops.length === 1 ? shops[0]?.settings.wording : undefined;
  };
}

function headerLine({ headerRow, headers }: ScriptLayout): string {
  return headerRow === 0 ? '' : headers.map(headerKey).join('|');
}
