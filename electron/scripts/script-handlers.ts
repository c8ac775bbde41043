import type { AgentId, OrderId, ScriptId } from '../../shared/domain/ids.ts';
import { emoticonHint } from '../../shared/domain/scripts/emoticons.ts';
import { isOffered } from '../../shared/domain/scripts/script-scope.ts';
import type { FoundScript, ScriptIndex } from '../../shared/domain/scripts/script-search.ts';
import type { CopiedContent, ScriptHit } from '../../shared/ipc/contract/scripts/script-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { LearnedBoosts } from '../script-learning/learned-boosts.ts';
import type { CopyScript } from './copying/copy-script.ts';
import type { CopyStack } from './copying/copy-stack.ts';
import type { RenderForOccasion } from './copying/render-for-occasion.ts';
import type { LookUpOccasion, Occasion } from './copying/script-occasion.ts';
import type { PictureService } from './pictures/picture-service.ts';
import type { ScriptAccess } from './script-access.ts';

type Dependencies = {
  readonly access: ScriptAccess;
  /** Of the agent who is signed in. */
  readonly favourites: () => ReadonlySet<ScriptId>;
  /** The library to recommend from, and to search in for words. */
  readonly index: { listed(): Promise<ScriptIndex>; read(): Promise<ScriptIndex> };
  readonly boostsFor: LearnedBoosts['boostsFor'];
  /** X5: how often a script that is not known well enough is offered first. */
  readonly trialShare: () => number;
  readonly lookUp: LookUpOccasion;
  readonly copyScript: CopyScript;
  readonly copyStack: CopyStack;
  readonly render: RenderForOccasion;
  readonly pictures: Pick<PictureService, 'read'>;
  readonly answers: {
    forget(answer: { readonly agentId: AgentId; readonly field: string; readonly answer: string }): void;
  };
  readonly agent: () => { readonly id: AgentId; readonly name: string } | null;
  /** Asynchronous on newer runtimes only. */
  readonly clipboard: {
    writeText(text: string): void | Promise<void>;
    writePicture(bytes: Uint8Array): Promise<void>;
  };
  readonly clock: Clock;
  /** Their use counts have grown, and the order's timeline with it. */
  readonly used: (scriptIds: readonly ScriptId[], orderId: OrderId | null) => void;
  /** An agent has taken an answer off those that are offered. */
  readonly answersChanged: () => void;
};

export function createScriptHandlers(dependencies: Dependencies) {
  const { access, index, lookUp, copyScript, copyStack, render, pictures, answers } = dependencies;
  const { agent, clipboard, clock, used, answersChanged, favourites } = dependencies;

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

  return {
    'scripts.search': async ({ text, occasion, limit }) => {
      const library = await (text.trim() === '' ? index.listed() : index.read());
      const found = lookUp(occasion, agent()?.name ?? null, clock.now());
      const viewer = { agentId: access.agentId(), shopId: found.shop?.id ?? null };
      const { boosts, trialId } = dependencies.boostsFor({
        situation: found.situation,
        viewer,
        index: library,
        // An agent who searches by words gets no trial in front of the hits.
        trialShare: text.trim() === '' ? dependencies.trialShare() : 0,
      });
      return library
        .search({
          text,
          situation: found.situation,
          values: found.values,
          limit,
          favourites: favourites(),
          boosts,
          isVisible: (scope) => isOffered(scope, viewer),
        })
        .map((hit) => hitFor(hit, found, trialId));
    },
    'scripts.copy': async ({ scriptId, message, occasion, answers: given, overridesWording }) => {
      access.requireVisible([scriptId]);
      const nowMs = clock.now();
      const who = agent();
      const found = lookUp(occasion, who?.name ?? null, nowMs);
      const copied = copyScript(
        { scriptId, message, occasion: found, answers: given, agentId: who?.id ?? null, overridesWording },
        nowMs,
      );
      if (copied.kind === 'copied') {
        await toClipboard(copied.content);
        used([scriptId], found.orderId);
      }
      return copied;
    },
    'scripts.copyStack': async ({ scriptIds, occasion, answers: given, overridesWording }) => {
      access.requireVisible(scriptIds);
      const nowMs = clock.now();
      const who = agent();
      const found = lookUp(occasion, who?.name ?? null, nowMs);
      const copied = copyStack(
        { scriptIds, occasion: found, answers: given, agentId: who?.id ?? null, overridesWording },
        nowMs,
      );
      if (copied.kind === 'copied') {
        await clipboard.writeText(copied.text);
        used(scriptIds, found.orderId);
      }
      return copied;
    },
    'scripts.forgetAnswer': ({ field, answer }) => {
      const agentId = agent()?.id;
      if (agentId === undefined) return;
      answers.forget({ agentId, field, answer });
      answersChanged();
    },
  } satisfies Partial<Handlers>;
}
