import type { Problem } from '@slipway/failure';

/** The machine an image runs on, as an index names it. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

const SYSTEMS = ['linux', 'windows', 'freebsd', 'wasip1'];
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  amd64: ['v1', 'v2', 'v3', 'v4'],
  arm64: ['v8', 'v9'],
  arm: ['v5', 'v6', 'v7', 'v8'],
  '386': [],
  ppc64le: [],
  s390x: [],
  riscv64: [],
  mips64le: [],
  loong64: [],
  wasm: [],
};

/** What is wrong with a text as `os/architecture[/variant]`; nothing when it is right. */
export function platformProblem(text: string): Problem | undefined {
  const [os = '', architecture = '', variant, ...more] = text.split('/');
  const variants = VARIANTS[architecture];
  const known = SYSTEMS.includes(os) && variants !== undefined && more.length === 0;
  if (known && (variant === undefined || variants.includes(variant))) return undefined;
  const choices =
    variant !== undefined && variants !== undefined ? `; variants of ${architecture}: ${variants.join(', ') || 'none'}` : '';
  return {
    code: 'PLATFORM_UNKNOWN',
    message: `"${text}" is not a platform.`,
    remedy: `Write it like linux/amd64 or linux/arm64; systems: ${SYSTEMS.join(', ')}; architectures: ${Object.keys(VARIANTS).join(', ')}${choices}.`,
  };
}

/** Parses a platform that `platformProblem` finds nothing wrong with. */
export function parsePlatform(text: string): Platform {
  const [os = '', architecture = '', variant] = text.split('/');
  return { os, architecture, ...(variant !== undefined && { variant }) };
}

/** The platform as `os/architecture[/variant]`, without the variant that the architecture means anyway. */
export function renderPlatform({ os, architecture, variant }: Platform): string {
  const implied = (architecture === 'arm64' && variant === 'v8') || (architecture === 'amd64' && variant === 'v1');
  return [os, architecture, ...(variant === undefined || implied ? [] : [variant])].join('/');
}
