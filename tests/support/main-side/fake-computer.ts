import type { Docking } from '../../../electron/app/window-handlers.ts';
import type { FoundFile } from '../../../electron/imports/import-handlers.ts';
import type { ClipboardContents, ClipboardPort } from '../../../electron/palette/clipboard-keeper.ts';
import type { Dialogs } from '../../../electron/platform/windows/dialogs.ts';
import type { Notifier } from '../../../electron/platform/windows/notifier.ts';
import type { UpdateEngine } from '../../../electron/updates/updates.ts';
import type { WindowState } from '../../../shared/ipc/contract/program/window-contract.ts';

type Notice = Parameters<Notifier['show']>[0];

/** A clipboard that holds one text, or one picture by its bytes. */
function createFakeClipboard() {
  let text = '';
  let picture: Uint8Array | null = null;

  function contents(): ClipboardContents {
    const [heldText, heldPicture] = [text, picture];
    return {
      text: heldText,
      hasPicture: heldPicture !== null,
      isEmpty: heldText === '' && heldPicture === null,
      bytes: heldText.length + (heldPicture?.length ?? 0),
      putBack: async () => {
        [text, picture] = [heldText, heldPicture];
      },
    };
  }

  const port: ClipboardPort = {
    take: async () => contents(),
    readText: async () => text,
    writeText: async (written) => {
      [text, picture] = [written, null];
    },
    writePicture: async (bytes) => {
      [text, picture] = ['', bytes];
    },
  };
  return {
    ...port,
    /** `null` while nothing, or a picture, is there. */
    text: (): string | null => (text === '' ? null : text),
    picture: (): Uint8Array | null => picture,
    /** Another program puts a text onto the clipboard. */
    hold(held: string): void {
      [text, picture] = [held, null];
    },
  };
}

/** The agent's choices in the dialogs of the operating system; none, until a test says so. */
type Chosen = {
  files: readonly string[];
  scriptFile: string | null;
  rosterFile: string | null;
  folder: string | null;
  exportFolder: string | null;
  updateFolder: string | null;
  backupFolder: string | null;
  /** The path to save to, by the name that the program suggests. */
  target: (suggestedName: string) => string | null;
};

function createFakeDialogs() {
  const chosen: Chosen = {
    files: [],
    scriptFile: null,
    rosterFile: null,
    folder: null,
    exportFolder: null,
    updateFolder: null,
    backupFolder: null,
    target: () => null,
  };
  const dialogs: Dialogs = {
    chooseFiles: async () => chosen.files,
    chooseScriptFile: async () => chosen.scriptFile,
    chooseRosterFile: async () => chosen.rosterFile,
    chooseFolder: async () => chosen.folder,
    chooseExportFolder: async () => chosen.exportFolder,
    chooseBackupFolder: async () => chosen.backupFolder,
    chooseUpdateFolder: async () => chosen.updateFolder,
    chooseTarget: async (suggestedName) => chosen.target(suggestedName),
  };
  return { chosen, dialogs };
}

/** A source that always has the same newer version. */
function createFakeUpdateEngine(): UpdateEngine {
  return {
    unsupportedReason: null,
    check: async () => ({ version: '0.2.0', notes: '催付更快', releasedAtMs: null, age: 'newer' }),
    fetch: async () => {},
    install: () => {},
  };
}

/** A window that can be docked, without a screen. */
function createDocking(changed: () => void): Docking {
  let state: WindowState = { isDocked: false, isOnTop: true };
  function become(next: WindowState): WindowState {
    state = next;
    changed();
    return state;
  }
  return {
    state: () => state,
    toggle: () => become({ ...state, isDocked: !state.isDocked }),
    pin: (isOnTop) => become({ ...state, isOnTop }),
  };
}

/** The operating system around the program, as far as the program can tell. */
export function createFakeComputer() {
  const notices: Notice[] = [];
  const notifier: Notifier = {
    isSupported: () => true,
    show: (notice) => void notices.push(notice),
  };
  return {
    clipboard: createFakeClipboard(),
    ...createFakeDialogs(),
    notifier,
    notify: (title: string, body: string) =>
      notifier.show({ title, body, isSilent: true, onOpen: () => {}, actions: [] }),
    /** Every desktop notification, the newest last. */
    notices,
    updateEngine: createFakeUpdateEngine(),
    /** The states that the tray was told to show, the newest last. */
    trayStates: [] as {
      readonly dueCount: number;
      readonly reportCount: number;
      readonly isDoNotDisturb: boolean;
    }[],
    /** The files that the watched folder has found. */
    foundFiles: [] as readonly FoundFile[],
    isPaletteHidden: false,
    createDocking,
    openedFiles: [] as string[],
    shownInFolder: [] as string[],
  };
}
