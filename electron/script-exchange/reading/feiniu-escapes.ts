const TO_CODE: Readonly<Record<string, string>> = { '\n': '13', ',': '44', '&': '38' };
const FROM_CODE: Readonly<Record<string, string>> = { '13': '\n', '44': ',', '38': '&' };

/** 飞牛 writes line breaks as `&#13;` and commas as `&#44;`; an ampersand only where it would look like one of them. */
export function toFeiniu(text: string): string {
  return text.replaceAll(/[\n,]|&(?=#(?:13|38|44);)/gu, (sign) => `&#${TO_CODE[sign]};`);
}

export function fromFeiniu(text: string): string {
  return text.replaceAll(/&#(13|38|44);/gu, (raw, code: string) => FROM_CODE[code] ?? raw);
}
