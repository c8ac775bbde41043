import { z } from 'zod';
import { OrderId, ScriptId, TaskId } from '../domain/ids.ts';
import { SubjectRef } from '../domain/subjects/subject.ts';
import type { Failure } from '../errors.ts';
import { caseContract } from './contract/case-contract.ts';
import { concessionContract } from './contract/concession-contract.ts';
import { dutyContract } from './contract/duty-contract.ts';
import type { Endpoint } from './contract/endpoint.ts';
import { memoContract } from './contract/memo-contract.ts';
import { orderContract } from './contract/order-contract.ts';
import { orderReportContract } from './contract/order-report-contract.ts';
import { parcelContract } from './contract/parcel-contract.ts';
import { productContract } from './contract/product-contract.ts';
import { backupContract } from './contract/program/backup-contract.ts';
import { diagnosticsContract } from './contract/program/diagnostics-contract.ts';
import { ImportList, importContract } from './contract/program/import-contract.ts';
import { jobContract } from './contract/program/job-contract.ts';
import { noticeContract } from './contract/program/notice-contract.ts';
import { reportContract } from './contract/program/report-contract.ts';
import { sessionContract } from './contract/program/session-contract.ts';
import { settingsContract } from './contract/program/settings-contract.ts';
import { updateContract } from './contract/program/update-contract.ts';
import { windowContract } from './contract/program/window-contract.ts';
import { refundContract } from './contract/refunds/refund-contract.ts';
import { refundListContract } from './contract/refunds/refund-list-contract.ts';
import { refundReportContract } from './contract/refunds/refund-report-contract.ts';
import { rescueContract } from './contract/rescue-contract.ts';
import { rosterContract } from './contract/roster-contract.ts';
import { libraryContract } from './contract/scripts/library-contract.ts';
import { paletteContract } from './contract/scripts/palette-contract.ts';
import { pictureContract } from './contract/scripts/picture-contract.ts';
import { scriptContract } from './contract/scripts/script-contract.ts';
import { scriptFileContract } from './contract/scripts/script-file-contract.ts';
import { scriptPageContract } from './contract/scripts/script-page-contract.ts';
import { scriptProposalContract } from './contract/scripts/script-proposal-contract.ts';
import { bulletinContract } from './contract/shifts/bulletin-contract.ts';
import { handoverContract } from './contract/shifts/handover-contract.ts';
import { todayContract } from './contract/shifts/today-contract.ts';
import { shippingContract } from './contract/shipping-contract.ts';
import { subjectContract } from './contract/subject-contract.ts';
import { Recorded, taskContract } from './contract/task-contract.ts';
import type { EventName } from './wire.ts';

/** The whole of what page and main process say to each other: a channel without a handler does not compile. */
export const contract = {
  ...sessionContract,
  ...settingsContract,
  ...windowContract,
  ...noticeContract,
  ...taskContract,
  ...concessionContract,
  ...dutyContract,
  ...caseContract,
  ...memoContract,
  ...rosterContract,
  ...shippingContract,
  ...subjectContract,
  ...orderContract,
  ...productContract,
  ...parcelContract,
  ...handoverContract,
  ...todayContract,
  ...bulletinContract,
  ...refundContract,
  ...refundListContract,
  ...orderReportContract,
  ...refundReportContract,
  ...scriptContract,
  ...paletteContract,
  ...pictureContract,
  ...libraryContract,
  ...scriptPageContract,
  ...scriptProposalContract,
  ...scriptFileContract,
  ...importContract,
  ...jobContract,
  ...reportContract,
  ...backupContract,
  ...updateContract,
  ...diagnosticsContract,
  ...rescueContract,
} as const satisfies Record<string, Endpoint>;

type Contract = typeof contract;
/** The page may call these names, and no others. */
export type Channel = keyof Contract;
/** Only the page of a store that cannot be opened calls these; the program answers all others. */
export type RescueChannel = keyof typeof rescueContract;
/** A caller may give this; defaults are still left out. */
export type CallInput<C extends Channel> = z.input<Contract[C]['input']>;
/** A handler gets this: parsed, defaults filled in. */
export type Input<C extends Channel> = z.output<Contract[C]['input']>;
export type Output<C extends Channel> = z.output<Contract[C]['output']>;

export type Reply<C extends Channel> =
  | { readonly ok: true; readonly value: Output<C> }
  | { readonly ok: false; readonly failure: Failure };

export const events = {
  /** Shops, agents or who is signed in. */
  'app.changed': z.undefined(),
  /** The tasks that follow new settings come later, as changes of their subjects. */
  'settings.changed': z.undefined(),
  /** The subjects that have changed, their tasks included; `'many'` after something as large as an import. */
  'subjects.changed': z.object({ subjects: z.union([z.array(SubjectRef), z.literal('many')]) }),
  'scripts.changed': z.undefined(),
  /** Copied by an agent: what was used last, and how often. */
  'scripts.used': z.undefined(),
  /** The next message of a script was copied by the global hotkey. */
  'scripts.relayed': z.object({
    orderId: OrderId.nullable(),
    scriptId: ScriptId,
    /** The message that is next now; `null`: that was the last one. */
    next: z.int().nullable(),
    total: z.int(),
  }),
  /** Examples of scripts; the orders that they are made from have it in their records. */
  'examples.changed': z.object({ subjects: z.array(SubjectRef) }),
  /** The agent's own stars, or the answers that are offered to them. */
  'ownScripts.changed': z.undefined(),
  'imports.changed': z.object({ list: ImportList }),
  /** The notification of a new report was clicked: show where it is imported. */
  'imports.opened': z.undefined(),
  /** The list of running jobs, or how far one of them is. */
  'jobs.changed': z.undefined(),
  /** The window was docked, undocked or pinned. */
  'window.changed': z.undefined(),
  /** A notification was shown on the desktop. */
  'notices.changed': z.undefined(),
  'backups.changed': z.undefined(),
  'updates.changed': z.undefined(),
  /** A reminder was clicked: show this. `null`: the digest, show what is due. */
  'task.opened': z.object({ taskId: TaskId, subject: SubjectRef }).nullable(),
  /** A reminder is on screen: let it be heard as well. */
  'reminder.sounded': z.undefined(),
  /** The palette window came up: clear it and ask for the context. */
  'palette.shown': z.undefined(),
  /** The palette was used for that order; the workbench follows it. */
  'palette.used': z.object({ orderId: OrderId, taskId: TaskId.nullable(), recorded: Recorded.nullable() }),
} as const satisfies Record<EventName, z.ZodType>;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;

/** The two functions, and the path of a dropped file, that the preload gives to the page. */
export type Bridge = {
  /**
   * Answers with a `Reply` as JSON: between the preload and the page everything is copied piece by piece, and a text
   * is one piece. Ten thousand scripts held the page for five times as long as to parse them.
   */
  readonly invoke: (channel: Channel, input: unknown) => Promise<string>;
  /** Returns a function that ends the subscription. */
  readonly subscribe: (event: EventName, listener: (payload: unknown) => void) => () => void;
  /** Only the preload may learn where a dropped file lies. */
  readonly pathOfFile: (file: unknown) => string;
};
