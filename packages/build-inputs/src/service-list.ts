import { type ConfigSchema, parseConfig } from '@slipway/config';
import { failWhen, type Problem } from '@slipway/failure';
import { imageNameProblem, parsePlatform, platformProblem, renderPlatform, repositoryProblem } from '@slipway/oci';
import type { BuildRequest } from './inputs.ts';

/** One service of a repository: its image, and what its build is told. */
export interface Service {
  readonly name: string;
  /** Repository of its image; undefined when the list names no registry. */
  readonly image: string | undefined;
  readonly request: BuildRequest;
}

/** What builds the services, which is the same for all of them. */
export type Builder = Pick<BuildRequest, 'engine' | 'machine'>;

interface Settings {
  readonly context?: string;
  readonly dockerfile?: string;
  readonly target?: string;
  readonly platforms?: readonly string[];
  readonly 'build-args'?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
}

interface ServiceFile {
  readonly images?: string;
  readonly defaults?: Settings;
  readonly services: Readonly<Record<string, Settings | null>>;
}

const text = { type: 'string', minLength: 1 } as const;
const settings = {
  context: text,
  dockerfile: text,
  target: text,
  platforms: { type: 'array', items: text },
  'build-args': { type: 'object', additionalProperties: { type: 'string' } },
  secrets: { type: 'array', items: text },
} as const;

const SCHEMA: ConfigSchema<ServiceFile> = {
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['services'],
    properties: {
      images: text,
      defaults: { type: 'object', additionalProperties: false, properties: settings },
      services: {
        type: 'object',
        minProperties: 1,
        additionalProperties: { type: ['object', 'null'], additionalProperties: false, properties: settings },
      },
    },
  },
};

/** The platform as builds write it; one that is none stays as it is, and is a problem. */
const normal = (platform: string): string =>
  platformProblem(platform) === undefined ? renderPlatform(parsePlatform(platform)) : platform;

function requestOf(
  name: string,
  { context = '.', dockerfile = 'Dockerfile', ...rest }: Settings,
  builder: Builder,
): BuildRequest {
  const named = (path: string): string => path.replaceAll('{name}', name);
  return {
    context: named(context),
    dockerfile: named(dockerfile),
    target: rest.target,
    platforms: [...new Set((rest.platforms ?? []).map(normal))],
    buildArgs: Object.fromEntries(Object.entries(rest['build-args'] ?? {}).map(([key, value]) => [key, named(value)])),
    secretIds: rest.secrets ?? [],
    ...builder,
  };
}

/**
 * Parses the list of a repository's services. In paths and arguments, `{name}` stands for the service.
 *
 * @throws Failure with every problem, each on its line.
 */
export function parseServices(file: string, content: string, builder: Builder): readonly Service[] {
  const { value, source } = parseConfig<ServiceFile>(file, content, SCHEMA);
  const { images, defaults = {} } = value;
  const at = (problem: Problem | undefined, ...path: readonly string[]): readonly Problem[] =>
    problem === undefined ? [] : [{ ...problem, location: source.locate(path) }];
  const services = Object.entries(value.services).map(([name, own]): Service => {
    const request = requestOf(name, { ...defaults, ...own }, builder);
    return { name, image: images === undefined ? undefined : `${images}/${name}`, request };
  });
  failWhen([
    ...(images === undefined ? [] : at(repositoryProblem(`${images}/x`), 'images')),
    ...services.flatMap(({ name, request }) => [
      ...at(imageNameProblem(name), 'services', name),
      ...request.platforms.flatMap((platform) => at(platformProblem(platform), 'services', name)),
    ]),
  ]);
  return services;
}
