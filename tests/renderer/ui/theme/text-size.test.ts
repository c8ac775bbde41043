import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { antThemeOf, rolesAsCss } from '../../../../renderer/ui/theme/theme.ts';
import type { AgentId } from '../../../../shared/domain/ids.ts';
import { TEXT_SIZES, textScaleOf, textSizeOf } from '../../../../shared/domain/settings/app/appearance.ts';

const XIAOMAN = 'agent-1' as AgentId;
const YIAN = 'agent-2' as AgentId;

describe('X1: each agent reads in a size of their own, apart from the zoom', () => {
  it('is standard until the agent has chosen, and another agent’s choice is no choice', () => {
    expect(textSizeOf({ [XIAOMAN]: 'largest' }, XIAOMAN)).toBe('largest');
    expect([textSizeOf({ [XIAOMAN]: 'largest' }, YIAN), textSizeOf({}, null)]).toEqual([
      'standard',
      'standard',
    ]);
  });

  it('makes most of the text 12, 13, 15 or 17 pixels high, and the controls with it', () => {
    const tokens = TEXT_SIZES.map((size) => antThemeOf('light', textScaleOf(size)).token);
    expect(tokens.map((token) => token?.fontSize)).toEqual([12, 13, 15, 17]);
    expect(tokens.map((token) => token?.controlHeight)).toEqual([26, 28, 32, 37]);
    expect(rolesAsCss('dark', textScaleOf('standard'))).toContain('--text-scale: 1;');
  });

  it('is followed by every text of the style sheets', () => {
    const sheets = globSync('renderer/**/*.css');
    expect(sheets.length).toBeGreaterThan(20);
    const fixed = sheets.filter((sheet) =>
      /font(-size)?:[^;]*(?<!calc\()\b\d+px/.test(readFileSync(sheet, 'utf8')),
    );
    expect(fixed).toEqual([]);
  });
});
