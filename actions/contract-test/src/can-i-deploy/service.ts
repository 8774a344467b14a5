import type { Problem } from '@slipway/failure';

/** Where a service is kept. */
export interface ServiceHome {
  readonly service: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Its folder in the repository; empty when it has the whole of it. */
  readonly folder: string;
  /** The environments that it is deployed to, by the names they have for it. */
  readonly environments: readonly string[];
}

const HOME = /^([\w.-]+\/[\w.-]+)(?::([^:]+))?$/;

function duplicates(homes: readonly ServiceHome[]): readonly Problem[] {
  return homes.flatMap(({ service, repository, environments }, index) => {
    const same = homes.slice(0, index).find((each) => {
      const repositories = [each.repository, repository].map((name) => name.toLowerCase());
      return repositories[0] === repositories[1] && each.environments.some((name) => environments.includes(name));
    });
    if (same === undefined) return [];
    const message = `${same.service} and ${service} are both kept in ${repository}, and their deployments have the same environment "${environments[0]}".`;
    const remedy = 'Give each service environments of its own, and write {service} where its name stands: production-{service}.';
    return [{ code: 'SERVICES_AMBIGUOUS', message, remedy }];
  });
}

/** Reads where each service is kept; what is wrong joins the problems. */
export function parseServices(
  services: Readonly<Record<string, string>>,
  environments: readonly string[],
  problems: Problem[],
): readonly ServiceHome[] {
  const homes = Object.entries(services).flatMap(([service, text]): ServiceHome[] => {
    const [, repository, folder = ''] = HOME.exec(text) ?? [];
    const steps = folder.split('/').filter((step) => step !== '' && step !== '.');
    if (repository === undefined || steps.includes('..')) {
      const message = `Input "services" has "${text}" for ${service}; expected OWNER/REPOSITORY, or OWNER/REPOSITORY:FOLDER.`;
      problems.push({ code: 'INPUT_MALFORMED', message, remedy: `Write it like ${service}=org/${service}.` });
      return [];
    }
    const own = environments.map((name) => name.replaceAll('{service}', service));
    return [{ service, repository, folder: steps.join('/'), environments: own }];
  });
  problems.push(...duplicates(homes));
  return homes;
}

/** A path or pattern of the service, from the root of its repository. */
export const inFolder = ({ folder }: Pick<ServiceHome, 'folder'>, path: string): string =>
  folder === '' ? path : `${folder}/${path.replace(/^(\.?\/)+/, '')}`;
