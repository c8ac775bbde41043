import { afterEach, describe, expect, it, vi } from 'vitest';

type Note = EventTarget & { readonly startsAt: number };

/** As much of the browser's sound as the chime uses. A note ends when the test says so. */
function fakeSound() {
  const notes: Note[] = [];
  const states: ('running' | 'suspended')[] = [];
  class FakeOscillator extends EventTarget {
    type = '';
    startsAt = 0;
    readonly frequency = { value: 0 };
    connect = (next: unknown) => next;
    stop = () => {};
    start(at: number): void {
      this.startsAt = at;
      notes.push(this);
    }
  }
  const ramp = {
    setValueAtTime() {},
    linearRampToValueAtTime() {},
    exponentialRampToValueAtTime() {},
  };
  class FakeContext {
    readonly currentTime = 0;
    createOscillator = () => new FakeOscillator();
    createGain = () => ({ gain: ramp, connect: (next: unknown) => next });
    resume = async () => void states.push('running');
    suspend = async () => void states.push('suspended');
  }
  vi.stubGlobal('AudioContext', FakeContext);
  return {
    notes,
    states,
    end: () => {
      for (const note of notes.splice(0, 2)) note.dispatchEvent(new Event('ended'));
    },
  };
}

async function freshChime() {
  vi.resetModules();
  return (await import('../../../renderer/lib/chime.ts')).playChime;
}

describe('R2 the sound of a reminder', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('lets go of the sound card when the last note has ended', async () => {
    const sound = fakeSound();
    const playChime = await freshChime();
    playChime();
    expect(sound.notes).toHaveLength(2);
    expect(sound.states).toEqual(['running']);
    sound.end();
    expect(sound.states).toEqual(['running', 'suspended']);
    playChime();
    expect(sound.states.at(-1)).toBe('running');
  });

  it('is not cut off by the end of the one before', async () => {
    const sound = fakeSound();
    const playChime = await freshChime();
    playChime();
    playChime();
    sound.end();
    expect(sound.states).not.toContain('suspended');
    sound.end();
    expect(sound.states.at(-1)).toBe('suspended');
  });

  it('is left out on a PC without sound', async () => {
    const playChime = await freshChime();
    vi.stubGlobal('AudioContext', undefined);
    expect(playChime).not.toThrow();
  });
});
