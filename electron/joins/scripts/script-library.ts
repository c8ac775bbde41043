import { dirname, join } from 'node:path';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { Base } from '../../base.ts';
import { saveFile } from '../../exports/save-file.ts';
import { saveTable } from '../../exports/save-table.ts';
import { listTables } from '../../imports/reading/list-tables.ts';
import { createColumnMemory } from '../../script-exchange/reading/column-memory.ts';
import { createScriptExchange } from '../../script-exchange/script-exchange.ts';
import { createLearnedBoosts } from '../../script-learning/learned-boosts.ts';
import { createRecordUse } from '../../script-learning/record-use.ts';
import { createScriptExamples } from '../../script-learning/script-examples.ts';
import { createScriptNews } from '../../script-learning/script-news.ts';
import { createScriptProposals } from '../../script-proposals/script-proposals.ts';
import { createCopyScript } from '../../scripts/copying/copy-script.ts';
import { createCopyStack } from '../../scripts/copying/copy-stack.ts';
import { createNearestWithCode } from '../../scripts/copying/nearest-script.ts';
import { createRememberAnswers } from '../../scripts/copying/remember-answers.ts';
import {
  createRenderForOccasion,
  createRewordForOccasion,
} from '../../scripts/copying/render-for-occasion.ts';
import { createOccasionLookUp } from '../../scripts/copying/script-occasion.ts';
import { createWordingGate } from '../../scripts/copying/wording-gate.ts';
import { createFavourites } from '../../scripts/library/favourites.ts';
import { createInstallStartersOnce } from '../../scripts/library/install-starters-once.ts';
import { createLibraryServices } from '../../scripts/library/library-services.ts';
import { createNewStarters } from '../../scripts/library/new-starters.ts';
import {
  createRecordGroupChanges,
  createRecordScriptChanges,
  createRecordStroke,
} from '../../scripts/library/record-script-changes.ts';
import { createPictureFiles } from '../../scripts/pictures/picture-files.ts';
import { createPictureService } from '../../scripts/pictures/picture-service.ts';
import { requirePictureFile } from '../../scripts/pictures/require-picture-file.ts';
import type { Session } from '../../session/session.ts';
import { keepDurably } from '../../store/files/durable-files.ts';

type Parts = Base & { readonly session: Pick<Session, 'currentAgentId'> };

/** Writing scripts and finding them, filling them in, learning from them, and exchanging them with other programs. */
export function createScriptLibrary({ session, ...base }: Parts) {
  const { db, stores, activities, scripts } = { ...base, ...base.stores };
  const library = createLibraryServices({ ...base, ...stores });
  const recordChanges = createRecordScriptChanges(stores);
  const pictures = createPictureService({
    ...base,
    pictures: stores.scriptPictures,
    files: createPictureFiles({ folder: join(dirname(db.name), 'pictures'), keepDurably }),
  });
  const nearestWithCode = createNearestWithCode(scripts);
  const rendering = {
    nearest: nearestWithCode,
    pictureNamed: pictures.findByName,
    answers: stores.scriptAnswers,
  };
  const render = createRenderForOccasion(rendering);
  const handOut = {
    ...base,
    scripts,
    activities,
    render,
    checks: [requirePictureFile(pictures)],
    judgeWording: createWordingGate(base),
    recordUse: createRecordUse(stores.scriptUses),
    rememberAnswers: createRememberAnswers({ answers: stores.scriptAnswers }),
  };
  const examples = createScriptExamples({
    ...base,
    ...stores,
    examples: stores.scriptExamples,
    changes: stores.scriptChanges,
  });

  return {
    scripts: {
      service: library.service,
      groups: library.groupService,
      newStarters: createNewStarters({ ...base, ...stores, groups: stores.scriptGroups }),
      favourites: createFavourites({
        listOf: stores.scriptFavourites.listOf,
        agentId: session.currentAgentId,
      }),
      nearestWithCode,
      render,
      reword: createRewordForOccasion(rendering),
      pictures,
      lookUp: createOccasionLookUp({ ...stores, endsOf: base.endsOf }),
      recordChanges,
      recordStroke: createRecordStroke(stores),
      copy: createCopyScript(handOut),
      copyStack: createCopyStack(handOut),
      /** Scripts of a shop that is removed are kept for all, in the archive. */
      release(id: ShopId, nowMs: EpochMs): void {
        recordChanges(library.service.releaseShop(id, nowMs), { agentId: null, nowMs });
      },
    },
    learning: {
      examples,
      newsFor: createScriptNews({ scripts, changes: stores.scriptChanges }),
      boosts: createLearnedBoosts({ evidenceOf: stores.scriptFigures.evidenceOf, clock: base.clock }),
      proposals: createScriptProposals({
        ...base,
        scripts,
        proposals: stores.scriptProposals,
        examples: stores.scriptExamples,
        service: library.service,
        recordChanges,
        linkingExample: examples.linkingToLastChange,
      }),
    },
    scriptExchange: createScriptExchange({
      ...base,
      ...stores,
      groups: stores.scriptGroups,
      imports: stores.scriptImports,
      knownPictures: {
        isKnown: (name) => pictures.findByName(name) !== null,
        nameFor: pictures.nameFor,
        add: (picture, actor) => void pictures.add(picture, actor),
      },
      readPicture(name) {
        const id = pictures.findByName(name);
        return (id === null ? null : pictures.read(id))?.bytes;
      },
      listTables,
      saveTable,
      saveFile,
      columnMemory: createColumnMemory(stores.settings),
      recordChanges,
      recordGroupChanges: createRecordGroupChanges(stores),
    }),
    installStartersOnce: createInstallStartersOnce({ ...base, ...stores, groups: stores.scriptGroups }),
  };
}
