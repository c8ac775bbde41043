/** `123456` fen → `'1,234.56'`. */
export function formatFen(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const yuan = Math.floor(Math.abs(fen) / 100).toString();
  const cents = (Math.abs(fen) % 100).toString().padStart(2, '0');
  return `${sign}${yuan.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')}.${cents}`;
}
