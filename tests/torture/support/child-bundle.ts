import { nodeBundle } from '../../support/node-bundle.ts';

/** The child, which is started a thousand times over. */
export const childBundle = nodeBundle({
  entry: 'tests/torture/child.ts',
  name: 'torture',
  sources: ['{electron,shared,resources}/**/*.{ts,json}', 'tests/{torture,support,bench/support}/**/*.ts'],
});
