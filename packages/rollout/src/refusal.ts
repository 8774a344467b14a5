import type { Failure } from '@slipway/failure';
import { KubernetesFailure, type KubeObject, objectName } from '@slipway/kubernetes';
import type { Cause } from './cause.ts';

/** Why a release fails of which the API server refused an object. */
export function refusalCause(object: KubeObject, error: Failure): Cause {
  const status = error instanceof KubernetesFailure ? error.status : 0;
  const kind = status === 403 ? 'policy' : status >= 400 && status < 500 ? 'config' : 'platform';
  return { class: kind, reason: 'ApplyRefused', message: `${objectName(object)} was refused: ${error.message}` };
}
