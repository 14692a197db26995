import { withoutForbidden } from '../read/decode.js';

/** XML that is written already. */
export type XmlNode = string & { readonly xml: unique symbol };

/** An element with its attributes (those that are undefined are left out) and a text or elements within. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, content: string | readonly XmlNode[] = ''): XmlNode {
  const given = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${escape(value)}"`)).join('');
  const within = typeof content === 'string' ? escape(content) : content.map((node) => `\n${node}`).join('') + (content.length === 0 ? '' : '\n');
  return (within === '' ? `<${name}${given}/>` : `<${name}${given}>${within}</${name}>`) as XmlNode;
}

// line ends and tabs as references: a parser would make blanks of them in an attribute
function escape(text: string): string {
  return withoutForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
