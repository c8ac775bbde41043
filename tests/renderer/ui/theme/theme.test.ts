import { describe, expect, it } from 'vitest';
import { ROLES, type Role, THEME_MODES, type ThemeMode } from '../../../../renderer/ui/theme/theme.ts';

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(mode: ThemeMode, text: Role, surface: Role): number {
  const [dark = 0, light = 0] = [luminance(ROLES[mode][text]), luminance(ROLES[mode][surface])].toSorted(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

const TEXTS: readonly Role[] = [
  'text',
  'text-muted',
  'text-faint',
  'accent-text',
  'danger',
  'warning',
  'success',
];
const SURFACES: readonly Role[] = ['surface', 'surface-raised', 'surface-hover', 'surface-selected'];

describe.each(THEME_MODES)('%s colours', (mode) => {
  it.each(TEXTS)('%s can be read on every surface', (text) => {
    const poor = SURFACES.filter((surface) => contrast(mode, text, surface) < 4.5);
    expect(poor).toEqual([]);
  });

  it.each(['accent-line', 'focus'] as const)('an edge or a bar in %s is seen on every surface', (line) => {
    const poor = SURFACES.filter((surface) => contrast(mode, line, surface) < 3);
    expect(poor).toEqual([]);
  });

  it('marks can be read on their own surfaces', () => {
    expect(contrast(mode, 'danger', 'danger-surface')).toBeGreaterThan(4.5);
    expect(contrast(mode, 'warning', 'warning-surface')).toBeGreaterThan(4.5);
    expect(contrast(mode, 'success', 'success-surface')).toBeGreaterThan(4.5);
  });

  // using-it.md §3: white on the primary button under the mouse was 3.9:1, on every screen.
  it.each(['accent', 'accent-hover', 'accent-pressed'] as const)(
    'the primary button can be read as %s',
    (role) => {
      expect(contrast(mode, 'on-accent', role)).toBeGreaterThan(4.5);
    },
  );

  it('what a customer has written can be read', () => {
    expect(contrast(mode, 'text', 'surface-quote')).toBeGreaterThan(4.5);
  });
});
