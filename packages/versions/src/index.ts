export {
  baseEcosystem,
  compareVersions,
  isKnownEcosystem,
  isVersion,
  normalizeName,
  sameEcosystem,
} from './ecosystem.ts';
export type { Order } from './order.ts';
