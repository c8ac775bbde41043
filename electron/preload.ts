import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/ipc/contract.ts';
import { CALL, EVENTS } from '../shared/ipc/wire.ts';

const bridge: Bridge = {
  // Main knows which channels there are, and refuses the rest.
  invoke: (channel, input) => ipcRenderer.invoke(CALL, channel, input),
  subscribe(event, listener) {
    if (!EVENTS.includes(event)) throw new Error(`Unknown event: ${event}`);
    const forward = (_event: unknown, payload: unknown) => listener(payload); // `_event.sender` stays here
    ipcRenderer.on(event, forward);
    return () => void ipcRenderer.off(event, forward);
  },
  pathOfFile: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
};

contextBridge.exposeInMainWorld('xiaoer', bridge);
