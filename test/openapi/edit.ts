import type { Json } from './description.ts';
import type { Random } from './random.ts';
import { at, isJson } from './site.ts';

/** Changes a description in place; false when it found nothing to change. */
export type Mutation = (description: Json, choose: Random) => boolean;

/** Changes something in place. */
export type Edit = (site: Json, choose: Random) => void;

/** Changes one of the sites, chosen at random. */
export function change(sites: (description: Json) => readonly Json[], edit: Edit): Mutation {
  return (description, choose) => {
    const found = sites(description);
    if (found.length === 0) return false;
    const site = choose.pick(found);
    const before = JSON.stringify(site);
    edit(site, choose);
    return JSON.stringify(site) !== before;
  };
}

/** Sets a key; what is set is the site's own. */
export const set =
  (key: string, value: unknown): Edit =>
  (site) => {
    site[key] = structuredClone(value);
  };

/** Sets the last key of a path, with what is missing on the way. */
export const setIn =
  (path: readonly string[], value: unknown): Edit =>
  (site) => {
    const parent = path.slice(0, -1).reduce(at, site);
    parent[path.at(-1) ?? ''] = structuredClone(value);
  };

/** Makes another list of the one at a key. */
export const revise =
  (key: string, edit: (list: readonly unknown[]) => readonly unknown[]): Edit =>
  (site) => {
    site[key] = edit(Array.isArray(site[key]) ? site[key] : []);
  };

/** Moves a number, or sets it where there is none. */
export const setNumber =
  (key: string, by: number, initial: number): Edit =>
  (site) => {
    const value = site[key];
    site[key] = typeof value === 'number' ? value + by : initial;
  };

/** Takes a key away. */
export const drop =
  (key: string): Edit =>
  (site) => {
    delete site[key];
  };

/** Gives a body another media type instead of its own. */
export const otherMedia: Edit = (site) => {
  if (isJson(site['content'])) site['content'] = { 'application/xml': site['content']['application/json'] };
};
