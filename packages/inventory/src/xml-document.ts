import { Failure } from '@slipway/failure';
import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import { lineAt } from './lockfile-text.ts';

/** An element of an XML text, by the names of its children without their prefixes. */
export interface Element {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  all(name: string): readonly Element[];
  child(name: string): Element | undefined;
}

function elementOf(node: XmlElement, text: string): Element {
  const children = node.children.filter((child): child is XmlElement => child instanceof XmlElement);
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const all = (name: string): readonly Element[] =>
    children.filter((child) => local(child.name) === name).map((child) => elementOf(child, text));
  return {
    name: local(node.name),
    line: lineAt(text, node.start),
    text: node.children
      .flatMap((child) => (child instanceof XmlText ? [child.text] : []))
      .join('')
      .trim(),
    attributes: node.attributes,
    all,
    child: (name) => all(name)[0],
  };
}

/**
 * The root of an XML text. Entities of a document type are not replaced, so that none can grow.
 *
 * @throws Failure XML_SYNTAX with the line.
 */
export function parseXmlDocument(file: string, text: string): Element {
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    if (root !== null) return elementOf(root, text);
    throw new Failure({ code: 'XML_SYNTAX', message: 'This XML has no element.', location: { file, line: 1 } });
  } catch (error) {
    const message = (why: string): string => `This is not valid XML: ${why.split('\n')[0]}.`;
    if (error instanceof XmlError)
      throw new Failure({ code: 'XML_SYNTAX', message: message(error.message), location: { file, line: error.line } });
    if (error instanceof RangeError)
      throw new Failure({ code: 'XML_SYNTAX', message: message('it is nested too deep'), location: { file } });
    throw error;
  }
}
