import fc from 'fast-check';

// The same cases every time, so that a change is judged by what it changes. Other cases on every run are how a property
// finds anything: XIAOER_SEEDS=free, for as many runs as one likes.
if (process.env['XIAOER_SEEDS'] !== 'free') fc.configureGlobal({ seed: 20_260_610 });
