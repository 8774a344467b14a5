import { child, type Node } from '../document/node.ts';
import { alternatives, type Conjunction } from '../schema/alternatives.ts';
import { matches } from '../schema/pattern.ts';
import type { Shape } from '../schema/shape.ts';
import { reasonAt } from './number.ts';
import type { Edge, Reason, Relation, View } from './reason.ts';

/** Whether a property has no part in a direction: what is read only is never sent, what is write only never answered. */
export function isHidden(schemas: Conjunction, view: View): boolean {
  const flag = view === 'request' ? 'readOnly' : 'writeOnly';
  return alternatives(schemas).some(({ atoms }) => atoms.some((atom) => child(atom, flag)?.value === true));
}

function visible({ properties }: Shape, view: View): ReadonlyMap<string, Conjunction> {
  const hidden = new Set<string>();
  for (const [name, schemas] of properties) if (isHidden(schemas, view)) hidden.add(name);
  return hidden.size === 0 ? properties : new Map([...properties].filter(([name]) => !hidden.has(name)));
}

interface Sides {
  readonly sub: Shape;
  readonly sup: Shape;
  readonly subProperties: ReadonlyMap<string, Conjunction>;
  readonly supProperties: ReadonlyMap<string, Conjunction>;
  readonly view: View;
}

function about(property: string, reason: Reason, at: Partial<Pick<Reason, 'sub' | 'sup'>>): Reason {
  return { ...reason, property, ...at };
}

const placeOf = (schemas: Conjunction | undefined): Node | undefined => schemas?.[0];

/** What the wider side must have and the narrower does not promise. */
function requiredReasons({ sub, sup, subProperties, view }: Sides): readonly Reason[] {
  return [...sup.required].flatMap(([name, node]) => {
    const declared = sup.properties.get(name);
    if (declared !== undefined && isHidden(declared, view)) return [];
    if (sub.required.has(name) && (subProperties.has(name) || !sub.properties.has(name))) return [];
    const own = placeOf(subProperties.get(name));
    const kind = own === undefined ? 'property-missing' : 'property-optional';
    const given = own === undefined ? 'is not there' : 'may be left out';
    const reason = reasonAt(kind, [sub, sup], [given, 'must be there'], ['properties', 'required']);
    return [about(name, reason, { sup: placeOf(declared) ?? node, ...(own !== undefined && { sub: own }) })];
  });
}

/** The schemas that hold for a property that the shape does not name; undefined where nothing is said, false for none. */
function unnamed({ patterned, additional }: Shape, name: string): Conjunction | false | undefined {
  const fitting = patterned.filter(([pattern]) => matches(pattern, name) !== false).map(([, node]) => node);
  return fitting.length > 0 ? fitting : additional;
}

function sentProperty(name: string, schemas: Conjunction, sides: Sides): Partial<Edge> & { reason?: Reason } {
  const { sub, sup, supProperties, view } = sides;
  const own = supProperties.get(name);
  if (own !== undefined) return { step: name, sub: schemas, sup: own };
  const hidden = sup.properties.get(name);
  const rest = hidden === undefined ? unnamed(sup, name) : undefined;
  const at = { ...(placeOf(schemas) !== undefined && { sub: placeOf(schemas) as Node }) };
  if (hidden !== undefined && view === 'answer') {
    const reason = reasonAt('property-forbidden', [sub, sup], ['is there', 'is only written, never answered'], ['properties']);
    return { reason: about(name, reason, hidden[0] === undefined ? at : { ...at, sup: hidden[0] }) };
  }
  // A description that lets answers hold more than it said before does no harm: readers pass over what they do not know.
  if (rest === false && view !== 'response') {
    const reason = reasonAt(
      'property-forbidden',
      [sub, sup],
      ['may be there', 'must not be there'],
      ['additionalProperties', 'properties'],
    );
    return { reason: about(name, reason, at) };
  }
  if (rest !== undefined && rest !== false && rest.length > 0) return { step: name, sub: schemas, sup: rest };
  if (view !== 'request' || rest !== undefined) return {};
  const reason = reasonAt('property-ignored', [sub, sup], ['may be there', 'nothing is made of it'], ['properties']);
  return { reason: about(name, reason, at) };
}

function droppedReasons({ sub, sup, subProperties, supProperties, view }: Sides): readonly Reason[] {
  if (view !== 'response') return [];
  return [...supProperties].flatMap(([name, schemas]) => {
    if (subProperties.has(name) || sup.required.has(name) || sub.required.has(name)) return [];
    if (unnamed(sub, name)) return [];
    const reason = reasonAt('property-dropped', [sub, sup], ['is not there', 'may be there'], ['properties']);
    const [place] = schemas;
    return [about(name, reason, place === undefined ? {} : { sup: place })];
  });
}

/** Properties that are not named on the narrower side, which says itself that there may be any. */
function additional({ sub, sup, supProperties, view }: Sides): Relation {
  const relation: Relation = { reasons: [], edges: [] };
  if (sub.additional === undefined || sub.additional === false) return relation;
  const sides = [sub, sup] as const;
  if (sup.additional === false && view === 'request')
    relation.reasons.push(reasonAt('additional-properties', sides, ['any others', 'no others'], ['additionalProperties']));
  if (sup.additional !== undefined && sup.additional !== false && sup.additional.length > 0)
    relation.edges.push({ step: '*', sub: sub.additional, sup: sup.additional });
  if (sub.additional.length === 0) return relation;
  for (const [name, schemas] of supProperties) {
    if (!sub.properties.has(name)) relation.edges.push({ step: name, sub: sub.additional, sup: schemas });
  }
  return relation;
}

function patterned({ sub, sup }: Sides): readonly Edge[] {
  return sub.patterned.flatMap(([pattern, node]) => {
    const same = sup.patterned.filter(([other]) => other === pattern).map(([, schema]) => schema);
    return same.length === 0 ? [] : [{ step: `/${pattern}/`, sub: [node], sup: same }];
  });
}

/** How the objects of one shape relate to another's. An object is taken to hold what its schema names, and no more. */
export function objectRelation(sub: Shape, sup: Shape, view: View): Relation {
  const sides: Sides = { sub, sup, view, subProperties: visible(sub, view), supProperties: visible(sup, view) };
  const sent = [...sides.subProperties].map(([name, schemas]) => sentProperty(name, schemas, sides));
  const others = additional(sides);
  return {
    reasons: [
      ...requiredReasons(sides),
      ...sent.flatMap(({ reason }) => reason ?? []),
      ...droppedReasons(sides),
      ...others.reasons,
    ],
    edges: [
      ...sent.flatMap(({ step, sub: inner, sup: outer }) =>
        step === undefined || inner === undefined || outer === undefined ? [] : [{ step, sub: inner, sup: outer }],
      ),
      ...others.edges,
      ...patterned(sides),
    ],
  };
}
