import { type Channel, contract } from '../../shared/ipc/contract.ts';

// The keys of the contract are the channels.
export const CHANNELS = Object.keys(contract) as Channel[];
