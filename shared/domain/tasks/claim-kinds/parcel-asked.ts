import type { EpochMs } from '../../../time/clock.ts';
import { type ParcelSaid, parcelStateOf } from '../../parcels/parcel-words.ts';
import { defineClaim } from './claim-spec.ts';

/** The last scan that was known when the courier was asked is kept with the claim. */
export const parcelAskedData = (lastAtMs: EpochMs | null) => ({ lastAtMs });

/** X4, A6: the courier has promised to see to it; the next file of logistics shows whether the parcel moves. */
export const parcelAsked = defineClaim<ParcelSaid>({
  label: '快递已处理',
  openText: '已联系快递，待物流文件核实',
  about: 'parcel',
  needs: ['lastAtMs'],
  judge({ after }, { data }) {
    const known = typeof data['lastAtMs'] === 'number' ? data['lastAtMs'] : Number.NEGATIVE_INFINITY;
    if (parcelStateOf(after) === 'signed') return 'proved';
    return (after.lastAtMs ?? Number.NEGATIVE_INFINITY) > known ? 'proved' : 'refuted';
  },
  onProved: 'claim-proved',
  onRefuted: 'claim-refuted',
  asksAgain: true,
});
