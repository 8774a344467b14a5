import { Failure, type Problem } from '@slipway/failure';
import { isMap, isNode, isSeq } from 'yaml';
import { type Image, renderPart, repositoryOf } from './image.ts';
import { parsePath } from './path.ts';
import { inside, type Place, search, textOf, valueAt } from './place.ts';
import { fieldWrite, locationOf, nothingAt, onlyOne, placeAt, type Write } from './target.ts';
import type { YamlFile } from './yaml-file.ts';

function digestMissing(at: YamlFile, map: Place, line: string): Problem {
  return {
    code: 'DIGEST_MISSING',
    message: 'This entry says no digest, so that the tag alone would decide what runs.',
    remedy: `Add the line "${line}" to it once.`,
    location: locationOf(at, map),
  };
}

/** A tag that is written beside a new digest must be the new one: an old one would be a lie. */
function tagNeeded(at: YamlFile, map: Place, key: string, image: Image): Problem[] {
  if (image.tag !== undefined || valueAt(map.node, key) === undefined) return [];
  const message = `This entry has "${key}", and the image that is to be written has no tag.`;
  return [{ code: 'TAG_MISSING', message, remedy: 'Give the image with its tag.', location: locationOf(at, map) }];
}

function fail(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Failure(problems);
}

/** The entry of `images` whose `name` or `newName` is the name. */
export function kustomizeWrites(at: YamlFile, roots: readonly Place[], image: Image, name: string): readonly Write[] {
  const images = placeAt(at, roots, parsePath('images'));
  const entries = isSeq(images.node) ? images.node.items.filter(isNode) : [];
  const named = entries.filter((each) => ['name', 'newName'].some((key) => textOf(valueAt(each, key)) === name));
  const what = `An entry of images with the name ${name}`;
  const entry = onlyOne(
    at,
    named.map((node) => inside(images, node)),
    what,
  );
  if (entry === undefined) throw new Failure(nothingAt(at, what, images));
  const elsewhere = valueAt(entry.node, 'newName') === undefined && textOf(valueAt(entry.node, 'name')) !== image.repository;
  fail([
    ...tagNeeded(at, entry, 'newTag', image),
    ...(valueAt(entry.node, 'digest') === undefined ? [digestMissing(at, entry, 'digest: sha256:0')] : []),
    ...(elsewhere
      ? [
          {
            code: 'REPOSITORY_FIXED',
            message: `This entry has no "newName", so its image stays in ${name} and would not be found in ${image.repository}.`,
            remedy: `Add the line "newName: ${image.repository}" to it once.`,
            location: locationOf(at, entry),
          },
        ]
      : []),
  ]);
  return [
    ...fieldWrite(entry, 'newName', image.repository),
    ...fieldWrite(entry, 'newTag', image.tag),
    ...fieldWrite(entry, 'digest', image.digest),
  ];
}

/** A map with `repository`, maybe `registry`, `tag` and `digest`; without `digest` a tag of the form `tag@digest`. */
export function helmWrites(at: YamlFile, roots: readonly Place[], image: Image, path: string): readonly Write[] {
  const map = placeAt(at, roots, parsePath(path));
  const [tag, digest] = [valueAt(map.node, 'tag'), valueAt(map.node, 'digest')];
  const joined = digest === undefined && textOf(tag)?.includes('@') === true;
  fail([
    ...tagNeeded(at, map, 'tag', image),
    ...(digest === undefined && !joined ? [digestMissing(at, map, "digest: 'sha256:0'")] : []),
  ]);
  const slash = image.repository.indexOf('/');
  const apart = valueAt(map.node, 'registry') !== undefined;
  return [
    ...(apart ? fieldWrite(map, 'registry', image.repository.slice(0, slash)) : []),
    ...fieldWrite(map, 'repository', apart ? image.repository.slice(slash + 1) : image.repository),
    ...fieldWrite(map, 'tag', renderPart(image, joined ? 'tag@digest' : 'tag')),
    ...fieldWrite(map, 'digest', image.digest),
  ];
}

/** Every container below a place, however deep: jobs of schedules and lists of objects hold them at other depths. */
function containersIn(place: Place): readonly Place[] {
  const { node } = place;
  const items: readonly unknown[] = isMap(node) ? node.items.map(({ value }) => value) : isSeq(node) ? node.items : [];
  const below = items.filter(isNode).flatMap((item) => containersIn(inside(place, item)));
  const own = ['containers', 'initContainers'].flatMap((key) => search([place], [{ kind: 'key', name: key }]).places);
  const listed = own.flatMap((list) =>
    isSeq(list.node) ? list.node.items.filter(isNode).map((item) => inside(list, item)) : [],
  );
  return [...listed, ...below];
}

/** The containers of manifests whose image has the name. */
export function manifestWrites(at: YamlFile, roots: readonly Place[], image: Image, name: string): readonly Write[] {
  const images = roots.flatMap(containersIn).flatMap((container) => {
    const node = valueAt(container.node, 'image');
    return node === undefined ? [] : [inside(container, node)];
  });
  const named = images.filter(({ node }) => {
    const repository = repositoryOf(textOf(node) ?? '');
    return repository === name || repository.endsWith(`/${name}`);
  });
  const what = `A container whose image is called ${name}`;
  const place = onlyOne(at, named, what);
  if (place === undefined) throw new Failure(nothingAt(at, what, images[0] ?? roots[0]));
  return [{ place, value: renderPart(image, 'image') ?? '', what: 'image' }];
}
