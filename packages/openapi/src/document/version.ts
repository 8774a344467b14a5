import type { SourceDocument } from '@slipway/config';
import { Failure } from '@slipway/failure';
import { isTree, type Version } from './node.ts';

const KNOWN: Readonly<Record<string, Version>> = { '2.0': '2.0', '3.0': '3.0', '3.1': '3.1', '3.2': '3.2' };

/**
 * The version of a description by its `openapi` or `swagger` field.
 *
 * @throws Failure OPENAPI_UNKNOWN on the line of a version that is not known, or when there is none.
 */
export function versionOf(source: SourceDocument): Version {
  const root = isTree(source.value) ? source.value : {};
  const key = ['openapi', 'swagger', 'swaggerVersion'].find((name) => root[name] !== undefined);
  const remedy = 'Descriptions in OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 can be compared.';
  if (key === undefined) {
    const message = 'This is not an OpenAPI description: it has neither the field "openapi" nor "swagger".';
    throw new Failure({ code: 'OPENAPI_UNKNOWN', message, remedy, location: { file: source.file } });
  }
  // YAML reads 3.1 without quotes as a number, and 2.0 as 2.
  const written = root[key];
  const text = typeof written === 'number' && Number.isInteger(written) ? `${written}.0` : String(written);
  const [, minor = ''] = /^(\d+\.\d+)(?:\.\d+(?:-.*)?)?$/.exec(text) ?? [];
  const version = Object.hasOwn(KNOWN, minor) ? KNOWN[minor] : undefined;
  if (version !== undefined && (key === 'swagger') === (version === '2.0')) return version;
  const message = `"${key}: ${text.slice(0, 40)}" is no version that is known here.`;
  throw new Failure({ code: 'OPENAPI_UNKNOWN', message, remedy, location: source.locate([key]) });
}
