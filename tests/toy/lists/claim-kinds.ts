import { defineClaim } from '../../../shared/domain/tasks/claim-kinds/claim-spec.ts';
import { CLAIM_KIND_SPECS as PRODUCT } from '../../../shared/domain/tasks/claim-kinds/index.ts';
import { ARRIVED, TOY, type ToyFields } from '../domain/toy-parcel.ts';

export const CLAIM_KIND_SPECS = {
  ...PRODUCT,
  'toy-arrived': defineClaim<ToyFields>({
    label: '包裹已签收',
    openText: '快递称已签收，待导入核实',
    about: TOY,
    needs: ['state'],
    judge: ({ after: { state } }) => (state === ARRIVED ? 'proved' : 'refuted'),
    onProved: 'claim-proved',
    onRefuted: 'claim-refuted',
    asksAgain: true,
  }),
};
