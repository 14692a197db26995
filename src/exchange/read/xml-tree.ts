import { SaxesParser } from 'saxes';
import { refuse } from './import-refused.js';
import { LIMITS } from './limits.js';

export interface XmlElement {
  name: string;
  /** `line 12`; with the column where it is not the first on its line. */
  where: string;
  attributes: Readonly<Record<string, string>>;
  /** Elements and texts inside, in their order. */
  nodes: (XmlElement | string)[];
}

/**
 * Parses XML without DOCTYPE and thus without entities of its own: neither a laugh nor a file of this machine can be asked for.
 * @throws ImportRefused with the line of the first fault
 */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const open: XmlElement[] = [];
  let root = null as XmlElement | null;
  let lastLine = 0;

  parser.on('error', (error) => {
    const message = error.message.replace(/^\d+:\d+: /, '');
    refuse(`line ${parser.line}`, `Not well-formed XML: ${message}`);
  });
  parser.on('doctype', () => refuse(`line ${parser.line}`, 'A DOCTYPE is not allowed: entities are refused.'));
  parser.on('opentag', (tag) => {
    const where = parser.line === lastLine ? `line ${parser.line}, column ${parser.column}` : `line ${parser.line}`;
    lastLine = parser.line;
    const element: XmlElement = { name: localName(tag.name), where, attributes: { ...tag.attributes }, nodes: [] };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.nodes.push(element);
    if (open.push(element) > LIMITS.depth) refuse(`line ${parser.line}`, `Elements are nested deeper than ${LIMITS.depth}.`);
  });
  const addText = (text: string): void => {
    open.at(-1)?.nodes.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.write(withoutForbiddenReferences(source)).close();
  if (root === null) refuse('line 1', 'The file holds no element.');
  return root;
}

export function childrenOf(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.nodes.filter((node): node is XmlElement => typeof node !== 'string' && names.includes(node.name));
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** The text of a child; undefined where there is none. Markup that was not escaped loses its tags only. */
export function textOfChild(element: XmlElement, name: string): string | undefined {
  const child = childOf(element, name);
  return child === undefined ? undefined : textWithin(child);
}

export function textWithin(element: XmlElement): string {
  return element.nodes.map((node) => (typeof node === 'string' ? node : textWithin(node))).join('');
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

// `&#11;` names a character that XML forbids however it is written; real exports hold such, so it is taken out like the character
function withoutForbiddenReferences(source: string): string {
  return source.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code < 0xfffe) || (code >= 0x10000 && code <= 0x10ffff);
    return allowed ? whole : '';
  });
}
