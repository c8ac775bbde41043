/** `'林小满'` → `'林**'` */
export function maskName(name: string | null): string {
  if (!name) return '';
  return name.slice(0, 1) + '*'.repeat(Math.max(1, name.length - 1));
}

/** `'13800001234'` → `'138****1234'` */
export function maskPhone(phone: string | null): string {
  if (!phone) return '';
  return phone.length < 8 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** Province, city and district stay: they decide the freight. The rest is where somebody lives. */
export function maskAddress(address: string | null): string {
  if (!address) return '';
  const parts = address.split(/\s+/);
  return parts.length > 3 ? `${parts.slice(0, 3).join(' ')} ****` : `${address.slice(0, 6)}****`;
}
