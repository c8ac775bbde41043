import type { AgentId, OrderId, ScriptId } from '../../shared/domain/ids.ts';
import { emoticonHint } from '../../shared/domain/scripts/media/emoticons.ts';
import type { Script } from '../../shared/domain/scripts/script.ts';
import { contentOf } from '../../shared/domain/scripts/script-learning/versions.ts';
import type { FoundScript, ScriptIndex } from '../../shared/domain/scripts/script-search.ts';
import { AppError } from '../../shared/errors.ts';
import type {
  CopiedContent,
  CopyReply,
  ScriptHit,
  ScriptOccasion,
} from '../../shared/ipc/contract/scripts/script-contract.ts';
import type { Input } from '../../shared/ipc/contract.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { CopyRelay } from './copying/copy-relay.ts';
import type { CopyScript } from './copying/copy-script.ts';
import type { CopyStack } from './copying/copy-stack.ts';
import type { RenderForOccasion, RewordForOccasion } from './copying/render-for-occasion.ts';
import type { LookUpOccasion, Occasion } from './copying/script-occasion.ts';
import type { FindScripts } from './find-scripts.ts';
import type { PictureService } from './pictures/picture-service.ts';
import type { ScriptAccess } from './script-access.ts';

type Dependencies = {
  readonly access: ScriptAccess;
  /** The library to recommend from, and to search in for words. */
  readonly index: { listed(): Promise<ScriptIndex>; read(): Promise<ScriptIndex> };
  readonly find: FindScripts;
  readonly lookUp: LookUpOccasion;
  readonly copyScript: CopyScript;
  readonly copyStack: CopyStack;
  readonly render: RenderForOccasion;
  readonly reword: RewordForOccasion;
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly pictures: Pick<PictureService, 'read'>;
  readonly answers: {
    forget(answer: { readonly agentId: AgentId; readonly field: string; readonly answer: string }): void;
  };
  readonly agent: () => { readonly id: AgentId; readonly name: string } | null;
  /** Asynchronous on newer runtimes only. */
  readonly clipboard: {
    writeText(text: string): void | Promise<void>;
    writePicture(bytes: Uint8Array): Promise<void>;
    /** `''`: it holds what was copied from here. */
    readForeignText(): Promise<string>;
  };
  readonly clock: Clock;
  readonly relay: Pick<CopyRelay, 'follow'>;
  /** Their use counts have grown, and the order's timeline with it. */
  readonly used: (scriptIds: readonly ScriptId[], orderId: OrderId | null) => void;
  /** An agent has taken an answer off those that are offered. */
  readonly answersChanged: () => void;
};

export function createScriptHandlers(dependencies: Dependencies) {
  const { access, index, lookUp, copyScript, copyStack, render, pictures, answers } = dependencies;
  const { agent, clipboard, clock, used, answersChanged, find, reword, scripts } = dependencies;

  function hitFor(
    { script, groupName }: FoundScript,
    occasion: Occasion,
    trialId: ScriptId | null,
  ): ScriptHit {
    const agentId = agent()?.id ?? null;
    const { messages, problems } = render({ script, occasion, agentId, answers: {} });
    const texts = messages.map((message) => (message.kind === 'text' ? message.text : ''));
    return {
      script,
      groupName,
      shopId: occasion.shop?.id ?? null,
      messages: [...messages],
      problem: problems[0] ?? null,
      hint: emoticonHint(texts, occasion.shop?.platform ?? null),
      isTrial: script.id === trialId,
    };
  }

  async function toClipboard(content: CopiedContent): Promise<void> {
    if (content.kind === 'text') await clipboard.writeText(content.text);
    else {
      const picture = pictures.read(content.pictureId);
      if (picture) await clipboard.writePicture(picture.bytes);
    }
  }

  /** For whom the words are, and who says them. */
  function between(occasion: ScriptOccasion, nowMs: EpochMs) {
    const who = agent();
    return { occasion: lookUp(occasion, who?.name ?? null, nowMs), agentId: who?.id ?? null };
  }

  async function copyOne(request: Input<'scripts.copy'>): Promise<CopyReply> {
    const { isRelayed, ...wanted } = request;
    const { scriptId } = wanted;
    access.requireVisible([scriptId]);
    const nowMs = clock.now();
    const said = between(wanted.occasion, nowMs);
    const { orderId } = said.occasion;
    const copied = copyScript({ ...wanted, ...said }, nowMs);
    if (copied.kind !== 'copied') return copied;
    await toClipboard(copied.content);
    used([scriptId], orderId);
    const { next } = copied;
    dependencies.relay.follow(
      next === null || !isRelayed
        ? null
        : {
            orderId,
            scriptId,
            isClipboardOurs: async () => (await clipboard.readForeignText()) === '',
            copy: () => copyOne({ ...request, message: next }),
          },
    );
    return copied;
  }

  return {
    'scripts.search': async ({ text, occasion, limit }) => {
      const library = await (text.trim() === '' ? index.listed() : index.read());
      const found = find(library, { text, occasion, limit, agent: agent() }, clock.now());
      return found.hits.map((hit) => hitFor(hit, found.occasion, found.trialId));
    },
    'scripts.copy': copyOne,
    'scripts.copyStack': async (wanted) => {
      const { scriptIds } = wanted;
      access.requireVisible(scriptIds);
      const nowMs = clock.now();
      const said = between(wanted.occasion, nowMs);
      const copied = copyStack({ ...wanted, ...said }, nowMs);
      if (copied.kind === 'copied') {
        await clipboard.writeText(copied.text);
        dependencies.relay.follow(null);
        used(scriptIds, said.occasion.orderId);
      }
      return copied;
    },
    'scripts.reword': ({ scriptId, occasion, answers: given, reworded }) => {
      access.requireVisible([scriptId]);
      const script = scripts.get(scriptId);
      if (!script) throw new AppError('not-found', '该话术已不存在');
      const said = between(occasion, clock.now());
      const { parts, ...told } = reword({ script, answers: given, ...said }, reworded);
      return { draft: { ...contentOf(script), parts: [...parts] }, ...told, kept: [...told.kept] };
    },
    'scripts.forgetAnswer': ({ field, answer }) => {
      const agentId = agent()?.id;
      if (agentId === undefined) return;
      answers.forget({ agentId, field, answer });
      answersChanged();
    },
  } satisfies Partial<Handlers>;
}
