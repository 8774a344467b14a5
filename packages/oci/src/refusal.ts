import { Failure } from '@slipway/failure';
import type { HttpResponse } from '@slipway/system';

interface ErrorBody {
  readonly errors?: readonly { readonly code?: string; readonly message?: string }[];
}

function detailOf(body: string): string {
  try {
    const { errors = [] } = JSON.parse(body) as ErrorBody;
    return errors.map(({ code = '', message = '' }) => `${code} ${message}`.trim()).join('; ');
  } catch {
    return '';
  }
}

function kindOf(status: number, said: string): { readonly code: string; readonly remedy: string } {
  if (status === 401 || status === 403)
    return {
      code: status === 401 ? 'REGISTRY_UNAUTHORIZED' : 'REGISTRY_DENIED',
      remedy: 'Check username and password, and that they may push there.',
    };
  if (status >= 300 && status < 400)
    return {
      code: 'REGISTRY_REDIRECT',
      remedy: 'Give the address that the registry redirects to; credentials are not taken along.',
    };
  if (status === 429 || status >= 500)
    return { code: 'REGISTRY_UNAVAILABLE', remedy: 'Run again; what is there already is not sent twice.' };
  if (/BLOB_UNKNOWN/.test(said) && status !== 404)
    return { code: 'REGISTRY_LACKS_BLOB', remedy: 'Run again; a blob that the registry has lost is uploaded anew.' };
  return { code: 'REGISTRY_REFUSED', remedy: 'The registry says what it does not accept; correct that.' };
}

/** The Failure for an answer that was not hoped for: what was asked, the status, and what the registry says about it. */
export async function refusalOf(response: HttpResponse, method: string, url: string): Promise<Failure> {
  const { host, pathname } = new URL(url);
  const said = detailOf(await response.text()).slice(0, 300);
  const { code, remedy } = kindOf(response.status, said);
  // The query is left out: upload addresses carry signatures in it.
  const message = `${host} answered ${method} ${pathname} with status ${response.status}${said === '' ? '' : `: ${said}`}.`;
  return new Failure({ code, message, remedy });
}
