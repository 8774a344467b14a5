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

/** Asked for by name: `--selectProjects lab` needs the lab and fails without it. */
export default {
  projects: [
    project('unit', [
      'packages/*/src/**/*.test.ts',
      'actions/*/src/**/*.test.ts',
      'scripts/**/*.test.ts',
      'test/lab/parts/**/*.test.ts',
    ]),
    project('architecture', ['test/architecture/**/*.test.ts']),
    project('bundle', ['test/bundle/**/*.test.ts']),
    project('workflows', ['test/workflows/**/*.test.ts']),
    project('lab', ['test/lab/*.test.ts', 'test/pipeline/**/*.test.ts']),
  ],
};
