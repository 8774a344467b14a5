import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { ROUTES, type Route, tellErrors } from './description.ts';

/** A request that GitHub's description knows and finds right. */
export interface Request {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
}

/** What is wrong with the form of a request, and what GitHub would answer. */
export interface Malformed {
  readonly status: number;
  readonly problems: readonly string[];
}

const MEDIA_TYPES = /^(application\/json|application\/vnd\.github(\.v3)?\+json|\*\/\*)(;|$)/;
/** A version that does not exist is refused: https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#not-a-supported-version */
const API_VERSIONS = ['2022-11-28'];

/** https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#headers */
function headerProblems(headers: IncomingHttpHeaders, hasBody: boolean): readonly string[] {
  const version = headers['x-github-api-version'];
  return [
    ...(MEDIA_TYPES.test(headers.accept ?? '*/*') ? [] : [`accept is ${headers.accept}`]),
    ...(version === undefined || API_VERSIONS.includes(String(version)) ? [] : [`there is no API version ${String(version)}`]),
    ...(!hasBody || /^application\/json\b/.test(headers['content-type'] ?? '') ? [] : ['the body is not sent as JSON']),
  ];
}

function queryProblems({ query: known }: Route, query: URLSearchParams): readonly string[] {
  return [...query].flatMap(([name, value]) => {
    const parameter = known.find((each) => each.name === name);
    if (parameter === undefined) return [`there is no query parameter ${name}`];
    return parameter.schema.type === 'integer' && !/^\d+$/.test(value) ? [`query parameter ${name} is no whole number`] : [];
  });
}

function parseBody(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bodyProblems(route: Route, body: unknown, text: string): readonly string[] {
  if (route.body === undefined) return text === '' ? [] : ['this route takes no body'];
  return route.body(body) ? [] : tellErrors(route.body);
}

function tokenOf({ authorization }: IncomingHttpHeaders): string | undefined {
  return /^(?:token|bearer) (\S+)$/i.exec(authorization ?? '')?.[1];
}

/** Judges the form of a request by GitHub's own description. */
export function readRequest(message: IncomingMessage, text: string): Request | Malformed {
  const url = new URL(message.url ?? '/', 'http://github');
  // https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#user-agent-required
  if (!message.headers['user-agent']) return { status: 403, problems: ['there is no user agent'] };
  const path = decodeURIComponent(url.pathname);
  const found = ROUTES.filter(({ method }) => method === message.method).map((each) => ({
    each,
    match: each.pattern.exec(path),
  }));
  const { each: route, match } = found.find((candidate) => candidate.match !== null) ?? {};
  if (route === undefined) return { status: 404, problems: [`there is no route ${message.method} ${path}`] };
  const body = parseBody(text);
  if (body === undefined) return { status: 400, problems: ['the body is not JSON'] };
  const form = [...headerProblems(message.headers, text !== ''), ...queryProblems(route, url.searchParams)];
  if (form.length > 0) return { status: 400, problems: form };
  const problems = bodyProblems(route, body, text);
  if (problems.length > 0) return { status: 422, problems };
  return {
    route,
    parameters: { ...match?.groups },
    query: url.searchParams,
    body: body as Request['body'],
    token: tokenOf(message.headers),
  };
}
