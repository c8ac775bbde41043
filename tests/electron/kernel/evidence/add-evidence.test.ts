import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAddEvidence } from '../../../../electron/kernel/evidence/add-evidence.ts';
import { createEvidenceFiles } from '../../../../electron/kernel/evidence/evidence-files.ts';
import { keepDurably } from '../../../../electron/store/files/durable-files.ts';
import { AppError } from '../../../../shared/errors.ts';
import { aDutyDesk, CUSTOMER, type DutyDesk } from '../../../support/records/a-duty-desk.ts';

const SAID = {
  subject: CUSTOMER,
  kind: 'quote',
  text: '收到的是破的',
  source: 'typed',
  messageRef: null,
  saidAtMs: null,
  saidBy: 'customer',
} as const;

let desk: DutyDesk;
let folder: string;
let files: ReturnType<typeof createEvidenceFiles>;
let add: ReturnType<typeof createAddEvidence>;

beforeEach(() => {
  desk = aDutyDesk();
  folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  files = createEvidenceFiles({ folder, keepDurably });
  add = createAddEvidence({
    act: desk.act,
    evidence: desk.stores.evidence,
    files,
    placeOf: desk.subjects.placeOf,
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const kept = () => desk.stores.evidence.listOf(CUSTOMER);

describe('evidence', () => {
  it('says who said what, and that an agent typed it', () => {
    add({ ...SAID, file: null }, desk.actor());
    expect(kept()).toMatchObject([
      { text: '收到的是破的', saidBy: 'customer', source: 'typed', agentId: desk.agent.id, sha256: null },
    ]);
  });

  it('keeps a file by its content, once however often it is added', () => {
    const file = { name: '01.jpg', bytes: new TextEncoder().encode('picture') };
    add({ ...SAID, kind: 'picture', text: null, file }, desk.actor());
    add({ ...SAID, kind: 'picture', text: null, file: { ...file, name: '02.jpg' } }, desk.actor());
    const [first, second] = kept();
    expect(first?.sha256).toBe(second?.sha256);
    expect(files.read(first?.sha256 ?? '')).toEqual(Buffer.from('picture'));
  });

  it('writes a file anew that a power cut has left empty, when it is added again', () => {
    const bytes = new TextEncoder().encode('picture');
    const sha256 = files.keep(bytes);
    writeFileSync(join(folder, sha256), '');
    expect(files.keep(bytes)).toBe(sha256);
    expect(files.read(sha256)).toEqual(Buffer.from('picture'));
  });

  it('does not show a file that was changed since', () => {
    const sha256 = files.keep(new TextEncoder().encode('picture'));
    writeFileSync(join(folder, sha256), 'another');
    expect(files.read(sha256)).toBeUndefined();
    expect(files.read('0'.repeat(64))).toBeUndefined();
  });

  it('is taken away by its undo only', () => {
    const activity = add({ ...SAID, file: null }, desk.actor());
    desk.undo(activity);
    expect(kept()).toEqual([]);
  });

  it('is not empty', () => {
    expect(() => add({ ...SAID, text: ' ', file: null }, desk.actor())).toThrow(AppError);
  });
});
