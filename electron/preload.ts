import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS, EVENTS } from '../shared/ipc/channels.ts';
import type { Bridge } from '../shared/ipc/contract.ts';

const bridge: Bridge = {
  invoke(channel, input) {
    if (!CHANNELS.includes(channel)) throw new Error(`Unknown channel: ${channel}`);
    return ipcRenderer.invoke(channel, input);
  },
  subscribe(event, listener) {
    if (!EVENTS.includes(event)) throw new Error(`Unknown event: ${event}`);
    const forward = (_event: unknown, payload: unknown) => listener(payload); // `_event.sender` stays here
    ipcRenderer.on(event, forward);
    return () => void ipcRenderer.off(event, forward);
  },
  pathOfFile: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
};

contextBridge.exposeInMainWorld('xiaoer', bridge);
