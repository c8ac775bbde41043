import { installBridge } from './install.ts';

await installBridge();
await import('../../../renderer/app/palette.tsx');
