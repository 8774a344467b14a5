import { gunzipSync } from 'node:zlib';
import type { Answering } from './answer.ts';
import type { Uploaded } from './state.ts';

interface Log {
  readonly version?: unknown;
  readonly runs: readonly {
    readonly tool?: {
      readonly driver?: {
        readonly name?: string;
        readonly rules?: readonly { readonly properties?: { readonly tags?: readonly string[] } }[];
      };
    };
    readonly automationDetails?: { readonly id?: string };
    readonly results: readonly { readonly locations?: readonly unknown[]; readonly message?: { readonly text?: string } }[];
  }[];
}

/** What a request's `sarif` holds; undefined when it is no packed JSON with runs. */
export function openSarif(packed: string): Log | undefined {
  try {
    const log = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')) as Log;
    return Array.isArray(log.runs) ? log : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What GitHub refuses only once it reads the file, by the limits that it documents:
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
function errorsOf({ version, runs }: Log): readonly string[] {
  const rules = runs.map(({ tool }) => tool?.driver?.rules ?? []);
  const results = runs.map((run) => run.results);
  const categories = runs.map(({ automationDetails, tool }) => `${tool?.driver?.name} ${automationDetails?.id}`);
  const says = (wrong: boolean, error: string): readonly string[] => (wrong ? [error] : []);
  return [
    ...says(version !== '2.1.0', 'The version of the SARIF file is not supported.'),
    ...says(runs.length > 20, 'There are more runs than the limit of 20.'),
    ...says(new Set(categories).size < runs.length, 'Several runs have the same tool and category.'),
    ...says(
      results.some((each) => each.length > 25_000),
      'There are more results than the limit of 25000.',
    ),
    ...says(
      rules.some((each) => each.length > 25_000),
      'There are more rules than the limit of 25000.',
    ),
    ...says(
      rules.flat().some(({ properties }) => (properties?.tags?.length ?? 0) > 20),
      'A rule has more tags than the limit of 20.',
    ),
    ...says(
      results.flat().some(({ locations = [] }) => locations.length === 0),
      'A result has no location.',
    ),
    ...says(
      results.flat().some(({ message }) => !message?.text),
      'A result has no message.',
    ),
  ];
}

/** The routes of code scanning, by GitHub's own name of each. */
export const CODE_SCANNING_ANSWERS: Readonly<Record<string, Answering>> = {
  'code-scanning/upload-sarif': ({ body }, state, origin) => {
    const log = openSarif(String(body['sarif'])) ?? { runs: [] };
    const upload: Uploaded = {
      id: `upload-${state.nextId()}`,
      sha: String(body['commit_sha']),
      ref: String(body['ref']),
      category: log.runs[0]?.automationDetails?.id ?? '',
      results: log.runs.flatMap(({ results }) => results),
      errors: errorsOf(log),
    };
    state.uploads.push(upload);
    return { status: 202, body: { id: upload.id, url: `${origin}/code-scanning/sarifs/${upload.id}` } };
  },
  'code-scanning/get-sarif': ({ parameters }, state) => {
    const errors = state.uploads.find(({ id }) => id === parameters['sarif_id'])?.errors ?? [];
    return errors.length === 0
      ? { status: 200, body: { processing_status: 'complete' } }
      : { status: 200, body: { processing_status: 'failed', errors } };
  },
};
