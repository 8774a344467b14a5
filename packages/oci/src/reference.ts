import { Failure, type Problem } from '@slipway/failure';
import { type Digest, digestProblem } from './digest.ts';

/** Where an image's versions are kept. */
export interface Repository {
  /** Host, with its port if it has one. */
  readonly registry: string;
  /** Path below the host, such as `shop/order-service`. */
  readonly path: string;
}

/** A repository and, when given, which of its images. */
export interface ImageReference extends Repository {
  readonly tag?: string;
  readonly digest?: Digest;
}

const HOST =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
const SEGMENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const MAX_NAME = 255;

function malformed(text: string, why: string, remedy: string): Problem {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return { code: 'REFERENCE_MALFORMED', message: `"${shown}" is not an image repository: ${why}.`, remedy };
}

function segmentReason(segment: string): string | undefined {
  if (segment === '') return 'it has an empty part between slashes';
  if (/[A-Z]/.test(segment)) return `"${segment}" has capital letters`;
  if (!/^[a-z0-9._-]+$/.test(segment)) return `"${segment}" has a character other than a-z, 0-9, ".", "_" and "-"`;
  return SEGMENT.test(segment) ? undefined : `"${segment}" begins, ends or breaks with a separator in a way registries refuse`;
}

function looksLikeHost(segment: string): boolean {
  return segment === 'localhost' || /[.:]/.test(segment);
}

function pathReason(path: string): string | undefined {
  return path
    .split('/')
    .map(segmentReason)
    .find((reason) => reason !== undefined);
}

/** What is wrong with an image that must name its bytes, and does not; nothing when it has a digest. */
export function digestMissing({ registry, path, tag, digest }: ImageReference): Problem | undefined {
  if (digest !== undefined) return undefined;
  const name = `${registry}/${path}${tag === undefined ? '' : `:${tag}`}`;
  return {
    code: 'IMAGE_WITHOUT_DIGEST',
    message: `Input "image" is "${name}", which has no digest: what a tag names can change after the tests.`,
    remedy: 'Write registry/repository@sha256:…; publish-image gives it as its output "image".',
  };
}

/** What is wrong with a text as a repository with its registry and without tag or digest; nothing when it is right. */
export function repositoryProblem(text: string): Problem | undefined {
  const remedy = 'Write it like registry.example.com/shop/order-service.';
  if (/^[a-z]+:\/\//i.test(text)) return malformed(text, 'it begins with a scheme', 'Leave out the scheme.');
  if (text.includes('@')) return malformed(text, 'it names a digest', 'Leave out the part from "@" on.');
  const [host = '', ...rest] = text.split('/');
  if (rest.length === 0 || !looksLikeHost(host)) {
    const hub = 'Put the registry first, such as docker.io/shop/order-service or registry.example.com/shop/order-service.';
    return malformed(text, 'it does not begin with a registry', hub);
  }
  const [, port] = /:(\d+)$/.exec(host) ?? [];
  if (!HOST.test(host) || Number(port ?? 1) > 65_535) return malformed(text, `"${host}" is not a host`, remedy);
  const path = rest.join('/');
  if (/:[^/]*$/.test(path)) return malformed(text, 'it names a tag', 'Leave out the part from ":" on; tags are given apart.');
  const reason = pathReason(path);
  if (reason !== undefined) return malformed(text, reason, remedy);
  return text.length > MAX_NAME ? malformed(text, `it is longer than ${MAX_NAME} characters`, 'Shorten it.') : undefined;
}

/** What is wrong with a text as the last part of a repository, the image's own name; nothing when it is right. */
export function imageNameProblem(text: string): Problem | undefined {
  const reason = text.includes('/') ? 'it has a slash' : segmentReason(text);
  if (reason === undefined && text.length <= 128) return undefined;
  const message = `"${text.slice(0, 80)}" is not an image name: ${reason ?? 'it is longer than 128 characters'}.`;
  return { code: 'IMAGE_NAME_MALFORMED', message, remedy: 'Write it in lower case, like order-service.' };
}

/** What is wrong with a text as a tag; nothing when it is right. */
export function tagProblem(text: string): Problem | undefined {
  if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(text)) return undefined;
  const why =
    text.length > 128 ? `it has ${text.length} characters, and 128 are allowed` : 'a character in it is not allowed there';
  const remedy = 'Use letters, digits, "_", "." and "-", not beginning with "." or "-".';
  return { code: 'TAG_MALFORMED', message: `"${text.slice(0, 80)}" is not a tag: ${why}.`, remedy };
}

/** Parses a repository with its registry; throws Failure REFERENCE_MALFORMED. */
export function parseRepository(text: string): Repository {
  const problem = repositoryProblem(text);
  if (problem !== undefined) throw new Failure(problem);
  const slash = text.indexOf('/');
  return { registry: text.slice(0, slash), path: text.slice(slash + 1) };
}

/** Parses `registry/path[:tag][@digest]`; throws a Failure with everything that is wrong. */
export function parseReference(text: string): ImageReference {
  const [named = '', digest] = text.split(/@(.*)/s);
  const [, repository = '', tag] = /^(.+?)(?::([^/:]*))?$/s.exec(named) ?? [];
  const problems = [
    repositoryProblem(repository),
    tag === undefined ? undefined : tagProblem(tag),
    digest === undefined ? undefined : digestProblem(digest),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new Failure(problems);
  return {
    ...parseRepository(repository),
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest: digest as Digest }),
  };
}

/** The reference as text. */
export function renderReference({ registry, path, tag, digest }: ImageReference): string {
  return `${registry}/${path}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
