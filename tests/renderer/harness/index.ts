import { installFakeBridge } from './install.ts';

installFakeBridge();
await import('../../../renderer/app/main.tsx');
