/** Every check that needs neither root nor the lab. All of them run; the exit code is 1 when any has failed. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, bundles, compile, differences, sizeOf } from './bundles.ts';
import { ROOT } from './definitions.ts';
import { generatedFiles } from './generated.ts';
import { actionFiles, actionlint, command, type Findings, workflowFiles, zizmor } from './linters.ts';

const local = (name: string): string => join(ROOT, 'node_modules/.bin', name);

async function types(): Promise<Findings> {
  compile();
  return command(local('tsc'), ['-p', 'tsconfig.tests.json']);
}

async function generated(): Promise<Findings> {
  const stale = [...(await generatedFiles())].filter(
    ([path, content]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== content,
  );
  return stale.map(([path]) => `${path} is not what its source says; run "npm run generate".`);
}

async function dist(): Promise<Findings> {
  const fresh = mkdtempSync(join(tmpdir(), 'slipway-dist-'));
  const findings: string[] = [];
  for (const each of bundles()) {
    bundle(each, join(fresh, each.name));
    const stale = differences(join(fresh, each.name), join(ROOT, 'dist', each.name)).filter((path) => path !== 'action.yml');
    findings.push(...stale.map((path) => `dist/${each.name}/${path} differs from a fresh build; run "npm run build".`));
  }
  rmSync(fresh, { recursive: true });
  return findings;
}

async function sizes(): Promise<Findings> {
  const budgets = JSON.parse(readFileSync(join(ROOT, 'scripts/sizes.json'), 'utf8')) as Record<string, number>;
  return bundles().flatMap(({ name }) => {
    const size = sizeOf(join(ROOT, 'dist', name));
    const budget = budgets[name];
    if (budget === undefined) return [`scripts/sizes.json has no budget for ${name}, which has ${size} bytes.`];
    return size > budget ? [`dist/${name} has ${size} bytes; its budget is ${budget}.`] : [];
  });
}

const CHECKS: Readonly<Record<string, () => Promise<Findings>>> = {
  types,
  lint: () => command(local('biome'), ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=50', '.']),
  generated,
  dist,
  sizes,
  actionlint: () => actionlint(workflowFiles()),
  zizmor: () => zizmor([...workflowFiles(), ...actionFiles()]),
};

let failed = 0;
for (const [name, check] of Object.entries(CHECKS)) {
  const started = Date.now();
  const findings = await check().catch((error: unknown) => [String(error)]);
  console.log(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  for (const finding of findings) console.log(finding.replace(/^/gm, '     '));
  failed += findings.length === 0 ? 0 : 1;
}
const total = Object.keys(CHECKS).length;
console.log(`Checks: ${total - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
