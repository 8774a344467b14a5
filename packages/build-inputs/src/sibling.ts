import { parseImageName, renderReference } from '@slipway/oci';
import { type BaseAnswer, type Inputs, inputsOf, type World } from './inputs.ts';
import type { InputsLookup } from './lookup.ts';
import type { Service } from './service-list.ts';

/** The inputs of the services of one repository, some of which build on the images of others. */
export interface ServiceInputs {
  /** What one service reads; for a base that is a service itself, that service's inputs stand for it. */
  inputsOf(service: Service): Promise<Inputs>;
  /** Finds out what stands for an image, which may be that of a service. */
  resolveBase(reference: string): Promise<BaseAnswer>;
  /** The service whose image a reference names; undefined when it is none of them, or is pinned to a digest. */
  serviceOf(reference: string): Service | undefined;
}

/** Asks for the image of these inputs in the repository of a service. */
export type LookUpService = (service: Service, inputs: Inputs) => Promise<InputsLookup>;

function repositoryIn(reference: string): string | undefined {
  try {
    const { registry, path, digest } = parseImageName(reference);
    return digest === undefined ? renderReference({ registry, path }) : undefined;
  } catch {
    return undefined;
  }
}

/** Works out the inputs of services in their order, each once. */
export function serviceInputs(services: readonly Service[], world: World, lookUpService: LookUpService): ServiceInputs {
  // Only finished ones are kept: within a circle, waiting for one that is on its way would wait for ever.
  const finished = new Map<string, Inputs>();
  const serviceOf = (reference: string): Service | undefined => {
    const repository = repositoryIn(reference);
    return repository === undefined ? undefined : services.find(({ image }) => image === repository);
  };
  const resolve = async (reference: string, on: readonly string[]): Promise<BaseAnswer> => {
    const service = serviceOf(reference);
    if (service === undefined) return world.resolveBase(reference);
    if (on.includes(service.name)) return { doubt: `${[...on, service.name].join(' builds on ')}, which has no beginning` };
    const inputs = await find(service, on);
    if (inputs.digest === undefined)
      return { doubt: `it builds on ${service.name}, of which this cannot be told: ${inputs.doubts[0]?.reason ?? ''}` };
    const found = await lookUpService(service, inputs);
    if (found.kind === 'unknown') return { doubt: `it builds on ${service.name}: ${found.doubts[0]?.reason ?? ''}` };
    const pin = found.kind === 'found' ? `${service.image}@${found.image}` : undefined;
    return { identity: `inputs:${inputs.digest}`, pin };
  };
  const find = async (service: Service, on: readonly string[]): Promise<Inputs> => {
    const known = finished.get(service.name);
    if (known !== undefined) return known;
    const resolveBase = (reference: string): Promise<BaseAnswer> => resolve(reference, [...on, service.name]);
    const inputs = await inputsOf(service.request, { ...world, resolveBase });
    finished.set(service.name, inputs);
    return inputs;
  };
  return {
    serviceOf,
    resolveBase: (reference) => resolve(reference, []),
    inputsOf: (service) => find(service, []),
  };
}
