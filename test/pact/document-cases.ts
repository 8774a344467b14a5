import { bodies, rule, type Rules } from './bodies.ts';
import type { Case } from './oracle.ts';

const DOCUMENTS = [
  '<a x="1"><b>1</b></a>',
  '<a x="2"><b>1</b></a>',
  '<a><b>1</b></a>',
  '<a x="1"><b>2</b></a>',
  '<a x="1"><b>t</b></a>',
  '<a x="1"/>',
  '<a x="1"><b/></a>',
  '<a x="1"><c/><b>1</b></a>',
  '<a x="1"><b>1</b><c/></a>',
  '<a x="1">\n  <b> 1 </b>\n</a>',
  '<a x="1"><b>1</b><b>2</b></a>',
  '<z x="1"><b>1</b></z>',
  '<a x="1" y="2"><b>1</b></a>',
  '<?xml version="1.0"?><a x="1"><b>1</b></a>',
  '<a x="1"><b><![CDATA[1]]></b></a>',
  'no xml',
  '<a x="1"><b>1</a>',
];

/** XML documents. */
export function documents(): readonly Case[] {
  const xml = (name: string, rules: Rules, example = '<a x="1"><b>1</b></a>') =>
    bodies(name, example, rules, DOCUMENTS, 'application/xml', '3.0.0');
  return [
    ...xml('xml', {}),
    ...xml('xml text by type', { "$.a.b['#text']": rule({ match: 'type' }) }),
    ...xml('xml text integer', { "$.a.b['#text']": rule({ match: 'integer' }) }),
    ...xml('xml attribute', { "$.a['@x']": rule({ match: 'regex', regex: '\\d' }) }),
    ...xml('xml element by type', { '$.a.b': rule({ match: 'type' }) }),
    ...xml('xml from its root', { '$.a': rule({ match: 'type' }) }),
    ...xml('xml with an empty element', {}, '<a><b/></a>'),
  ];
}

/** Texts, forms and bytes. */
export function others(): readonly Case[] {
  const form = 'application/x-www-form-urlencoded';
  return [
    ...bodies('text', 'abc', {}, ['abc', 'abd', ' abc', ''], 'text/plain'),
    ...bodies('text by pattern', 'abc', { $: rule({ match: 'regex', regex: '\\w+' }) }, ['abd', 'a b', ''], 'text/plain'),
    ...bodies('text that holds', 'abc', { $: rule({ match: 'include', value: 'b' }) }, ['xbx', 'xx'], 'text/plain'),
    ...bodies('html', '<p>x</p>', {}, ['<p>x</p>', '<p>y</p>'], 'text/html'),
    ...bodies('a form', 'a=1&b=2', {}, ['a=1&b=2', 'b=2&a=1', 'a=1', 'a=1&b=2&c=3', 'a=1&b=3', 'a=1&a=1&b=2', 'a=1&b=%32'], form),
    ...bodies('a form with a rule', 'a=1&b=2', { '$.a': rule({ match: 'integer' }) }, ['a=9&b=2', 'a=x&b=2', 'b=2'], form),
    ...bodies('bytes', 'abc', {}, ['abc', 'abd', ''], 'application/octet-stream'),
    ...bodies(
      'bytes of a kind',
      'x',
      { $: rule({ match: 'contentType', value: 'application/json' }) },
      ['{"a":1}', 'zzz', '<a/>'],
      'text/plain',
    ),
  ];
}
