import { z } from 'zod';
import { ScriptPictureId } from '../../../domain/ids.ts';
import { ScriptPicture } from '../../../domain/scripts/media/script-picture.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';
import { Recorded } from '../task-contract.ts';

export const pictureContract = {
  'pictures.list': { input: nothing, output: z.array(ScriptPicture) },
  /** Too large a picture is made smaller, and that is said. */
  'pictures.add': {
    input: z.object({ name: z.string().max(300), bytes: z.instanceof(Uint8Array) }),
    output: z.object({ picture: ScriptPicture, isShrunk: z.boolean() }),
  },
  'pictures.remove': { input: z.object({ id: ScriptPictureId }), output: Recorded },
} as const satisfies Record<string, Endpoint>;
