import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeError } from '../../../shared/describe-error.ts';
import { type Channel, contract } from '../../../shared/ipc/contract.ts';
import { createRandom } from '../../bench/support/random.ts';
import { CHANNELS } from '../../support/channels.ts';
import { openShopFloor, signInAs } from '../../support/main-side/a-shop-floor.ts';
import { replyOf } from '../../support/main-side/ask-main.ts';
import { createMainSide } from '../../support/main-side/create-main-side.ts';
import { payloadOf } from '../../torture/payloads/payload-of.ts';
import { nounOf, type Pools, readPools } from '../../torture/payloads/pools.ts';

const NOW = Date.UTC(2026, 5, 10, 6, 30);
const ROUNDS = 40;
const GONE = 'no-such-id';

const random = createRandom(process.env['XIAOER_SEEDS'] === 'free' ? Date.now() : 20_260_610);

/** Every id is one that is there, or, often enough, one that is not. */
function someGone(pools: Pools): Pools {
  return {
    ...pools,
    idsFor(key, noun) {
      const ids = pools.idsFor(key, noun);
      return ids.length > 0 && random() < 0.4 ? [GONE] : ids;
    },
  };
}

describe('F15: an id that is not there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-unknown-ids-'));
  const main = createMainSide({ startsAtMs: NOW, folder });
  openShopFloor(main, { signedIn: '亦安' });

  afterAll(() => {
    main.db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function payloadFor(channel: Channel): unknown {
    const pools = readPools({ db: main.db, nowMs: NOW, files: [], jobs: [] });
    const noun = nounOf(channel.split('.')[0] ?? '');
    return payloadOf(contract[channel].input, { random, pools: someGone(pools), noun, key: '' });
  }
  const namesGone = (payload: unknown) => (JSON.stringify(payload) ?? '').includes(`"${GONE}"`);

  it.each(CHANNELS)('is refused in words by %s, or answered', async (channel) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const payload = payloadFor(channel);
      if (!namesGone(payload)) continue;
      if (main.core.session.currentAgentId() === null) signInAs(main, '亦安');
      await replyOf(main, channel, payload);
      const bugs = main.bugs.splice(0).map(({ error }) => describeError(error));
      expect({ payload, bugs }).toEqual({ payload, bugs: [] });
    }
  });
});
