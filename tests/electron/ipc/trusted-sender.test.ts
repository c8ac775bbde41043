import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../../electron/ipc/trusted-sender.ts';

const ORIGIN = 'xiaoer://app';
const frame = (url: string, parent: unknown = null) => ({ senderFrame: { url, parent } });

describe('who may ask main', () => {
  it.each([`${ORIGIN}/index.html`, `${ORIGIN}/palette.html`, `${ORIGIN}/`])('%s may', (url) => {
    expect(isTrustedSender(frame(url), ORIGIN)).toBe(true);
  });

  it.each([
    'https://example.com/',
    `https://example.com/?${ORIGIN}/`,
    `${ORIGIN}.example.com/index.html`,
    ORIGIN,
    'about:blank',
    '',
  ])('%s may not', (url) => {
    expect(isTrustedSender(frame(url), ORIGIN)).toBe(false);
  });

  it('no frame inside a page may, not even one of our own', () => {
    expect(isTrustedSender(frame(`${ORIGIN}/index.html`, {}), ORIGIN)).toBe(false);
  });

  it('a frame that has gone meanwhile may not', () => {
    expect(isTrustedSender({ senderFrame: null }, ORIGIN)).toBe(false);
  });
});
