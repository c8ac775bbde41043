import type { AgentId } from '../../shared/domain/ids.ts';
import { PICTURE_BYTES_AT_MOST } from '../../shared/domain/scripts/media/script-picture.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { PictureService } from './pictures/picture-service.ts';

type Dependencies = {
  readonly scripts: { readonly pictures: PictureService };
  /** `null` where the bytes are no picture that can be made smaller. */
  readonly shrinkPicture: (bytes: Uint8Array, bytesAtMost: number) => Uint8Array | null;
  readonly currentAgentId: () => AgentId | null;
  readonly clock: Clock;
  /** Scripts may show another picture now, or none. */
  readonly changed: () => void;
};

export function createPictureHandlers(dependencies: Dependencies) {
  const { shrinkPicture, currentAgentId, clock, changed } = dependencies;
  const { pictures } = dependencies.scripts;
  const actor = () => ({ agentId: currentAgentId(), nowMs: clock.now() });

  return {
    'pictures.list': () => pictures.list(),
    'pictures.add': ({ name, bytes }) => {
      const smaller =
        bytes.length > PICTURE_BYTES_AT_MOST ? shrinkPicture(bytes, PICTURE_BYTES_AT_MOST) : null;
      const picture = pictures.add({ name, bytes: smaller ?? bytes }, actor());
      changed();
      return { picture, isShrunk: smaller !== null };
    },
    'pictures.remove': ({ id }) => {
      const recorded = pictures.remove(id, actor());
      changed();
      return recorded;
    },
  } satisfies Partial<Handlers>;
}
