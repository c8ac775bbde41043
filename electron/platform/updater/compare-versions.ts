/** `1.10.0` is newer than `1.9.3`; both are three numbers. */
export function compareVersions(version: string, current: string): 'newer' | 'same' | 'older' {
  const [theirs, ours] = [version, current].map((text) => text.split('.').map(Number)) as [
    number[],
    number[],
  ];
  const differing = theirs.findIndex((number, index) => number !== ours[index]);
  if (differing === -1) return 'same';
  return (theirs[differing] ?? 0) > (ours[differing] ?? 0) ? 'newer' : 'older';
}
