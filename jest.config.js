const transform = {
  '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
};

const project = (displayName, testMatch) => ({
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  transform,
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  // Workspaces are read from their sources, so that a test never judges stale output.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'import'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '/lib/'],
});

/** Tests that need the lab. Asked for by name (`--selectProjects lab`), they fail without it and never skip. */
const NAMES = [
  'lab',
  'build',
  'reuse',
  'affected',
  'publish',
  'deploy',
  'faults',
  'kill',
  'strategy',
  'argo',
  'lease',
  'watch',
  'watch-fleet',
  'services',
  'cancel',
  'masking',
  'argocd',
  'flags',
  'smoke',
  'environments',
];
const LAB = [...NAMES.map((name) => `test/lab/${name}.test.ts`), 'test/pipeline/**/*.test.ts'];

export default {
  // Generous, because a busy machine is no failure; a test that says more about time says it by itself.
  testTimeout: 30_000,
  projects: [
    {
      ...project('unit', [
        'packages/*/src/**/*.test.ts',
        'actions/*/src/**/*.test.ts',
        'scripts/**/*.test.ts',
        'test/acceptance/**/*.test.ts',
        'test/openapi/**/*.test.ts',
        'test/detector/**/*.test.ts',
        'test/load/**/*.test.ts',
        'test/sarif/sarif.test.ts',
        'test/lab/**/*.test.ts',
        'test/engines/hostile.test.ts',
        'test/secrets/{kinds,places}.test.ts',
      ]),
      testPathIgnorePatterns: ['/node_modules/', `/test/lab/(${NAMES.join('|')})\\.test\\.ts$`],
    },
    project('architecture', ['test/architecture/**/*.test.ts']),
    project('bundle', ['test/bundle/**/*.test.ts']),
    project('workflows', ['test/workflows/**/*.test.ts']),
    project('github', ['test/github/**/*.test.ts']),
    project('broker', ['test/broker/**/*.test.ts']),
    project('hardening', ['test/hardening/**/*.test.ts']),
    project('registry', ['test/registry/**/*.test.ts', 'test/database/**/*.test.ts']),
    project('oracles', [
      'test/pact/**/*.test.ts',
      'test/oasdiff/**/*.test.ts',
      'test/osv/**/*.test.ts',
      'test/rendered/**/*.test.ts',
      'test/sarif/multitool.test.ts',
      'test/engines/real.test.ts',
      'test/k6/k6.test.ts',
      'test/secrets/gitleaks.test.ts',
    ]),
    project('lab', LAB),
  ],
};
