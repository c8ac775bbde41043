/** Knip says nothing when it finds nothing; this reporter says how much it looked at. */
export default function report({ counters }) {
  console.log(`Knip looked at ${counters.total} files.`);
}
