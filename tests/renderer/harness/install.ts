import type { Bridge } from '../../../shared/ipc/contract.ts';
import type { EventName } from '../../../shared/ipc/wire.ts';

async function post(path: string, body: string): Promise<string> {
  const response = await fetch(path, { method: 'POST', body });
  return response.text();
}

/** Opens a main side as the address of the page asks, and joins the page to it. */
export async function installBridge(): Promise<void> {
  await post('/main/open', location.search);
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  new EventSource('/main/events').addEventListener('message', ({ data }) => {
    const { event, payload } = JSON.parse(String(data));
    for (const listener of listeners.get(event) ?? []) listener(payload);
  });
  const bridge: Bridge = {
    invoke: (channel, input) => post('/main/invoke', JSON.stringify({ channel, input })),
    subscribe(event, listener) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener));
      return () => void all.delete(listener);
    },
    pathOfFile: (file) => (file instanceof File ? file.name : ''),
  };
  Object.defineProperty(window, 'xiaoer', { value: bridge });
}
