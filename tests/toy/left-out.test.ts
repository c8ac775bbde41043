import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SubjectDomain } from '../../electron/joins/subjects/subject-domain.ts';
import { createExportFolder } from '../support/export-files.ts';
import { AGENT, NO, ON_ITS_WAY } from './a-toy-shop.ts';
import { TOY, TOY_LOST } from './domain/toy-parcel.ts';
import { TOY_LISTS, type ToyList } from './toy-lists.ts';

const TOY_DOMAIN = 'tests/toy/domain/toy-domain.ts';

const inRepository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The list without the toy is the product's own. */
function leaveOutOf(list: ToyList): void {
  vi.doMock(inRepository(TOY_LISTS[list]), () => import(/* @vite-ignore */ `${inRepository(list)}?product`));
}

function leaveOutOfDomain(part: keyof SubjectDomain): void {
  vi.doMock(inRepository(TOY_DOMAIN), async (importOriginal) => {
    const { toyDomain } = await importOriginal<{ toyDomain: SubjectDomain }>();
    return { toyDomain: { ...toyDomain, [part]: undefined } };
  });
}

let folder: ReturnType<typeof createExportFolder>;
beforeEach(() => {
  folder = createExportFolder();
  vi.resetModules();
});
afterEach(() => {
  folder.remove();
  for (const toy of Object.values(TOY_LISTS)) vi.doUnmock(inRepository(toy));
  for (const file of ['domain', 'records', 'rules', 'store'])
    vi.doUnmock(inRepository(`tests/toy/domain/toy-${file}.ts`));
});

/** The program as it is with what is left of the lists. */
const start = async () => (await import('./a-toy-shop.ts')).aToyShop(folder);

describe('H6: a registration that was left out is no secret', () => {
  it('starts with all of them, to begin with', async () => {
    expect((await start()).core.subjects.moduleOf(TOY).kind).toBe(TOY);
  });

  it.each<[ToyList, RegExp]>([
    [
      'shared/domain/subjects/subject-kinds.ts',
      /toy-parcel has no line in shared\/domain\/subjects\/subject-kinds\.ts/,
    ],
    [
      'shared/domain/tasks/task-kinds/index.ts',
      /find-toy has no line in shared\/domain\/tasks\/task-kinds\/index\.ts/,
    ],
    [
      'shared/domain/shared-parts/deadline-kinds/index.ts',
      /toy-arrival .* no line in shared\/domain\/shared-parts\/deadline-kinds\/index\.ts/,
    ],
    ['electron/joins/subjects/index.ts', /toy-parcel has no line in electron\/joins\/subjects\/index\.ts/],
    ['electron/store/migrations/index.ts', /no such table.*toy_parcels/],
  ])('stops the start, which names it: %s', async (list, message) => {
    leaveOutOf(list);
    await expect(start()).rejects.toThrow(message);
  });

  it.each<[keyof SubjectDomain, RegExp]>([
    ['module', /toy-parcel, whose domain in electron\/joins\/subjects has no module/],
    ['records', /toy-arrived: no domain in electron\/joins\/subjects has its records/],
    // The compiler stops it before, because nothing else gives what the module takes.
    ['stores', /Cannot read properties of undefined/],
  ])('stops the start where its domain has no %s', async (part, message) => {
    leaveOutOfDomain(part);
    await expect(start()).rejects.toThrow(message);
  });

  it('stops the start where a rule stands in no list of rules', async () => {
    vi.doMock(inRepository('tests/toy/domain/toy-rules.ts'), async (importOriginal) => ({
      ...(await importOriginal<object>()),
      toyRules: [],
    }));
    await expect(start()).rejects.toThrow(/No rule makes the task find-toy/);
  });

  it.each([
    [
      'a deadline that no column names',
      { deadlines: { 'toy-arrival': 'gone' } },
      /no field for the deadline/,
    ],
    [
      'a column on which a claim rests',
      { fields: { parcelNo: { label: '编号', aliases: ['编号'], reads: 'text' } } },
      /reads the field state/,
    ],
    ['a subject to have deadlines', { subject: undefined }, /no subject to have them/],
  ])('stops the start where its import lacks %s', async (_name, lack, message) => {
    vi.doMock(inRepository('tests/toy/domain/toy-records.ts'), async (importOriginal) => {
      const { createToyRecords } = await importOriginal<{ createToyRecords: (base: object) => object }>();
      const records = (base: object) => ({ ...createToyRecords(base), ...lack });
      return {
        createToyRecords: (base: object) =>
          'deadlines' in lack || 'subject' in lack ? records(base) : { ...records(base), deadlines: {} },
      };
    });
    await expect(start()).rejects.toThrow(message);
  });

  it('refuses a claim of a kind that stands in no list, before anything is written', async () => {
    leaveOutOf('shared/domain/tasks/claim-kinds/index.ts');
    const toy = await start();
    toy.importRows(ON_ITS_WAY);
    const { createClaimArrived } = await import('./domain/claim-arrived.ts');
    expect(() => createClaimArrived(toy.core)(toy.subject.id, toy.actor())).toThrow(/"path": \[\s*"kind"/);
    expect(toy.core.stores.claims.listOpen()).toEqual([]);
  });

  it('refuses a case of a kind that stands in no list', async () => {
    leaveOutOf('shared/domain/shared-parts/case/kinds/index.ts');
    const toy = await start();
    toy.importRows(ON_ITS_WAY);
    const facts = { kind: TOY_LOST, title: NO, detail: null, priority: 'normal', channel: '快递' } as const;
    expect(() =>
      toy.core.duties.cases.open({ ...facts, links: [toy.subject], ownerId: AGENT }, toy.actor()),
    ).toThrow('没有这种售后类型');
  });

  it('refuses an act on a table whose store has no way back', async () => {
    vi.doMock(inRepository('tests/toy/domain/toy-store.ts'), async (importOriginal) => {
      const original = await importOriginal<{ createToyStore: (db: unknown) => { undoable: unknown } }>();
      return {
        ...original,
        createToyStore(db: unknown) {
          const { undoable: _left, ...store } = original.createToyStore(db);
          return store;
        },
      };
    });
    const toy = await start();
    toy.importRows(ON_ITS_WAY);
    const { createClaimArrived } = await import('./domain/claim-arrived.ts');
    expect(() => createClaimArrived(toy.core)(toy.subject.id, toy.actor())).toThrow(
      'No store offers the table toy_parcels to the change log',
    );
  });

  it('is no file that an agent can import, and says so', async () => {
    leaveOutOfDomain('records');
    leaveOutOf('shared/domain/tasks/claim-kinds/index.ts');
    const toy = await start();
    const path = toy.fileOf(ON_ITS_WAY);
    const outcome = toy.core.importFile({ path, shop: toy.shop, agentId: AGENT, isDryRun: true });
    expect(outcome).toMatchObject({ kind: 'unreadable' });
  });

  it('is no step without words, as an agent would read our key', async () => {
    vi.doMock(inRepository(TOY_LISTS['shared/domain/tasks/task-kinds/index.ts']), async (importOriginal) => {
      const { TASK_KIND_SPECS } = await importOriginal<{ TASK_KIND_SPECS: Record<string, object> }>();
      const findToy = { ...TASK_KIND_SPECS['find-toy'], stepLabel: () => undefined };
      return { TASK_KIND_SPECS: { ...TASK_KIND_SPECS, 'find-toy': findToy } };
    });
    const toy = await start();
    expect(() => toy.importRows(ON_ITS_WAY)).toThrow(/The step look of the task find-toy has no words/);
    expect(toy.cards()).toEqual([]);
  });
});
