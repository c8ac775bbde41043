import type { ImportEffect } from '../../../../shared/domain/import-effect.ts';
import { formatFen } from '../../../../shared/domain/money.ts';
import { FONT_FAMILY, ROLES } from '../../../ui/theme/theme.ts';

export type ResultPicture = {
  readonly title: string;
  readonly effects: readonly ImportEffect[];
  readonly counts: string;
};

const WIDTH = 480;
const MARGIN = 24;
const LINE = 32;
const HINT = 22;
const HEAD = 76;
const FOOT = 44;
/** Sharp on the phones on which the team reads its chat. */
const SCALE = 2;

// A picture is read in a chat, whatever the theme of this window is.
const roles = ROLES.light;
const COLOURS = {
  won: roles.success,
  todo: roles['accent-text'],
  lost: roles.danger,
  plain: roles.text,
} as const satisfies Record<ImportEffect['tone'], string>;

const heightOf = ({ effects }: ResultPicture) =>
  HEAD + effects.reduce((sum, { hint }) => sum + LINE + (hint === null ? 0 : HINT), 0) + FOOT;

/** Draws the result as a picture, without any network and without the page's own nodes. */
export async function drawResult(picture: ResultPicture): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas');
  const height = heightOf(picture);
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This window cannot draw');
  context.scale(SCALE, SCALE);
  context.textBaseline = 'middle';
  context.fillStyle = roles['surface-raised'];
  context.fillRect(0, 0, WIDTH, height);
  context.fillStyle = roles.accent;
  context.fillRect(0, 0, WIDTH, 4);
  write(context, { text: '今日导入结果', x: MARGIN, y: 32, size: 18, colour: roles.text, isBold: true });
  write(context, { text: picture.title, x: MARGIN, y: 56, size: 13, colour: roles['text-muted'] });
  drawEffects(context, picture.effects);
  write(context, {
    text: picture.counts,
    x: MARGIN,
    y: height - FOOT / 2,
    size: 12,
    colour: roles['text-faint'],
  });
  return toPng(canvas);
}

function drawEffects(context: CanvasRenderingContext2D, effects: readonly ImportEffect[]): void {
  let y = HEAD + LINE / 2;
  for (const { label, count, amountFen, tone, hint } of effects) {
    const colour = COLOURS[tone];
    const money = amountFen === null ? '' : `  ¥${formatFen(amountFen)}`;
    write(context, { text: label, x: MARGIN, y, size: 15, colour: roles.text });
    const isBold = tone !== 'plain';
    write(context, {
      text: `${count} 单${money}`,
      x: WIDTH - MARGIN,
      y,
      size: 15,
      colour,
      isBold,
      isRight: true,
    });
    y += LINE;
    if (hint === null) continue;
    write(context, {
      text: hint,
      x: MARGIN,
      y: y - LINE / 2 + HINT / 2 - 4,
      size: 12,
      colour: roles['text-muted'],
    });
    y += HINT;
  }
}

type Text = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly isBold?: boolean;
  readonly isRight?: boolean;
};

function write(context: CanvasRenderingContext2D, written: Text): void {
  const { text, x, y, size, colour, isBold = false, isRight = false } = written;
  context.font = `${isBold ? '600 ' : ''}${size}px ${FONT_FAMILY}`;
  context.fillStyle = colour;
  context.textAlign = isRight ? 'right' : 'left';
  context.fillText(text, x, y, WIDTH - 2 * MARGIN);
}

async function toPng(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This window cannot draw');
  return new Uint8Array(await blob.arrayBuffer());
}
