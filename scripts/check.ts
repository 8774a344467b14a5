/** Every check that needs neither root nor the lab. All of them run; the exit code is 1 when any has failed. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, bundles, compile, differences } from './bundles.ts';
import { ROOT } from './definitions.ts';
import { generatedFiles } from './generated.ts';
import { tool } from './tools/index.ts';

/** Lines that say what is wrong; none when all is well. */
type Findings = readonly string[];

async function command(program: string, args: readonly string[]): Promise<Findings> {
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void output.push(text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return code === 0 ? [] : [output.join('').trim() || `${program} ended with ${code}`];
}

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
    const size = statSync(join(ROOT, 'dist', name, 'index.js')).size;
    const budget = budgets[name];
    if (budget === undefined) return [`scripts/sizes.json has no budget for ${name}, which has ${size} bytes.`];
    return size > budget ? [`dist/${name}/index.js has ${size} bytes; its budget is ${budget}.`] : [];
  });
}

function workflowFiles(): readonly string[] {
  const folders = ['workflows-templates', 'workflows-templates/starter', '.github/workflows'];
  return folders.flatMap((folder) =>
    existsSync(join(ROOT, folder))
      ? readdirSync(join(ROOT, folder))
          .filter((file) => file.endsWith('.yml'))
          .map((file) => join(folder, file))
      : [],
  );
}

async function actionlint(): Promise<Findings> {
  return command(await tool('actionlint'), ['-no-color', '-shellcheck=', '-pyflakes=', ...workflowFiles()]);
}

async function zizmor(): Promise<Findings> {
  const actions = bundles()
    .filter(({ name }) => name !== 'cli')
    .map(({ name }) => `dist/${name}/action.yml`);
  const args = ['--offline', '--strict-collection', '--no-progress', '--color=never', '--config', 'scripts/zizmor.yml'];
  return command(await tool('zizmor'), [...args, ...workflowFiles(), ...actions]);
}

const CHECKS: Readonly<Record<string, () => Promise<Findings>>> = {
  types,
  lint: () => command(local('biome'), ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=50', '.']),
  generated,
  dist,
  sizes,
  actionlint,
  zizmor,
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
