/** Two soft notes, made here: a sound file could be missing, and the OS plays its own only for some notifications. */
const NOTES = [
  { hertz: 880, atSeconds: 0 },
  { hertz: 1174.7, atSeconds: 0.18 },
] as const;
const NOTE_SECONDS = 0.4;
const LOUDNESS = 0.25;

let context: AudioContext | undefined;
let sounding = 0;

/** The sound of a reminder. Never throws: a PC without a sound card still shows the reminder. */
export function playChime(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
    for (const { hertz, atSeconds } of NOTES) playNote(context, hertz, context.currentTime + atSeconds);
  } catch {
    context = undefined;
  }
}

/** A context that runs keeps a thread, the sound card and, on Windows, the PC awake, all in silence. */
function rest(audio: AudioContext): void {
  sounding -= 1;
  if (sounding === 0) void audio.suspend();
}

function playNote(audio: AudioContext, hertz: number, startsAt: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, startsAt);
  gain.gain.linearRampToValueAtTime(LOUDNESS, startsAt + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, startsAt + NOTE_SECONDS);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.addEventListener('ended', () => rest(audio));
  oscillator.start(startsAt);
  oscillator.stop(startsAt + NOTE_SECONDS);
  sounding += 1;
}
