import { Failure } from '@slipway/failure';
import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';

/** An element of an XML text, by the names of its children without their prefixes. */
export interface Element {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  children(): readonly Element[];
  all(name: string): readonly Element[];
  child(name: string): Element | undefined;
}

/** The line of an offset, counted from 1; found by halves, for a bill may have a hundred thousand elements. */
function linesOf(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function elementOf(node: XmlElement, lineOf: (offset: number) => number): Element {
  const children = node.children.filter((child): child is XmlElement => child instanceof XmlElement);
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const all = (name: string): readonly Element[] =>
    children.filter((child) => local(child.name) === name).map((child) => elementOf(child, lineOf));
  return {
    name: local(node.name),
    line: lineOf(node.start),
    text: node.children
      .flatMap((child) => (child instanceof XmlText ? [child.text] : []))
      .join('')
      .trim(),
    attributes: node.attributes,
    children: () => children.map((child) => elementOf(child, lineOf)),
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
    if (root !== null) return elementOf(root, linesOf(text));
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
