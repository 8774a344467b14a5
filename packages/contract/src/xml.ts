import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element of an XML document. */
export interface XmlElement {
  /** As it is written, prefix included: how rules name it. */
  readonly name: string;
  /** `{namespace}local`: what it is, whatever its prefix. */
  readonly identity: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All its own text, without the white space around it. */
  readonly text: string;
}

type Ordered = Readonly<Record<string, unknown>>;

const ATTRIBUTES = ':@';
const TEXT = '#text';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  cdataPropName: '#cdata',
  processEntities: true,
});

type Scope = ReadonlyMap<string, string>;

function scopeOf(attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
  const own = [...attributes].flatMap(([name, value]): (readonly [string, string])[] =>
    name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : [],
  );
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

function identityOf(name: string, scope: Scope): string {
  const [first = '', ...rest] = name.split(':');
  const [prefix, local] = rest.length === 0 ? ['', first] : [first, rest.join(':')];
  return `{${scope.get(prefix) ?? prefix}}${local}`;
}

const textIn = (node: Ordered): string => {
  if (TEXT in node) return String(node[TEXT]);
  const cdata = node['#cdata'] as readonly Ordered[] | undefined;
  return cdata === undefined ? '' : cdata.map(textIn).join('');
};

function elementOf(node: Ordered, outer: Scope): XmlElement | undefined {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES && !key.startsWith('#') && !key.startsWith('?'));
  if (name === undefined) return undefined;
  const attributes = new Map(Object.entries((node[ATTRIBUTES] ?? {}) as Record<string, string>));
  const scope = scopeOf(attributes, outer);
  const content = node[name] as readonly Ordered[];
  return {
    name,
    identity: identityOf(name, scope),
    attributes: new Map([...attributes].filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))),
    children: content.map((each) => elementOf(each, scope)).filter((each) => each !== undefined),
    text: content.map(textIn).join('').trim(),
  };
}

/** The root element of an XML text; undefined when it is not well formed. */
export function parseXml(text: string): XmlElement | undefined {
  if (XMLValidator.validate(text) !== true) return undefined;
  const nodes = parser.parse(text) as readonly Ordered[];
  return nodes.map((node) => elementOf(node, new Map())).find((element) => element !== undefined);
}
