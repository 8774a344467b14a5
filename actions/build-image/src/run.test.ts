import { describe, expect, test } from '@jest/globals';
import { filesUnder, type ImageOptions, madeLayout } from '@slipway/oci/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import type { Files, Http } from '@slipway/system';
import { type ExecCall, memoryFiles, memoryLog, scriptedExec } from '@slipway/system/memory';
import { action } from './action.ts';
import { placeProblems } from './place.ts';
import { run } from './run.ts';

const SHA = 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const HOST = 'unix:///run/buildkitd.sock';
const DOCKERFILE = 'FROM node:24\nARG COMMIT=unknown VERSION\nRUN --mount=type=secret,id=npm true\n';

/** Git in a workspace with these committed files. */
function gitAnswer(args: readonly string[], committed: readonly string[]): string {
  if (args.includes('show')) return '1700000000\n';
  if (args.includes('rev-parse')) return '\n';
  if (args.includes('status')) return '';
  return committed.map((path) => `H 100644 ${'a'.repeat(40)} 0\t${path}\0`).join('');
}

interface World {
  readonly http?: Http;
  readonly inputs?: Record<string, string>;
  readonly files?: Record<string, string>;
  readonly environment?: Record<string, string>;
  readonly image?: ImageOptions;
  readonly answer?: (call: ExecCall) => { exitCode?: number; stdout?: string; stderr?: string } | undefined;
  readonly which?: (command: string) => boolean;
}

/** A workspace with a Dockerfile, and engines that write a made-up image where they are told to. */
function worldOf({
  inputs = {},
  files = {},
  environment = { BUILDKIT_HOST: HOST },
  image,
  answer,
  http,
  which = () => true,
}: World) {
  const made = madeLayout(image);
  const committed = Object.keys({ Dockerfile: '', ...files });
  const memory = memoryFiles({ Dockerfile: DOCKERFILE, ...files });
  const log = memoryLog();
  const scripted = scriptedExec((call) => {
    const given = answer?.(call);
    if (given !== undefined) return given;
    if (call.command === 'git') return { stdout: gitAnswer(call.args, committed) };
    const output = call.args.map((arg) => /dest=([^,]+)|^oci:(.+)$/.exec(arg)).find((found) => found !== null);
    const folder = output?.[1] ?? output?.[2];
    if (folder !== undefined)
      for (const [path, bytes] of Object.entries(filesUnder(folder, made))) void memory.write(path, bytes);
    return undefined;
  });
  const exec = { ...scripted, which: async (command: string) => (which(command) ? `/usr/bin/${command}` : undefined) };
  const ports = { files: memory, exec, log, ...(http && { http }) };
  const host = memoryHost({ service: 'order-service', ...inputs }, ports, { environment: (name) => environment[name] });
  const calls = () => scripted.calls.filter(({ command, args }) => command !== 'git' && args.length > 2);
  const isCheck = ({ args }: ExecCall): boolean => args.includes('--call') || args.includes('requestid=frontend.lint');
  const engine = () => calls().filter((call) => !isCheck(call));
  return { host, made, log, engine, checks: () => calls().filter(isCheck), files: memory, done: runAction(action, run, host) };
}

const codesOf = ({ host }: ReturnType<typeof worldOf>) => host.written.annotations.map(({ title }) => title);

describe('build-image', () => {
  test('gives the digest of the bytes that the engine wrote', async () => {
    const world = worldOf({ inputs: { version: '1.2.0' } });
    expect(await world.done).toBe(0);
    expect(world.host.written.outputs).toMatchObject({
      verdict: 'pass',
      digest: world.made.root.digest,
      'image-tag': SHA,
      layout: '.slipway/image',
    });
    expect(JSON.parse(world.host.written.outputs['platforms'] ?? '')).toMatchObject([{ platform: 'linux/amd64' }]);
    expect(world.engine().map(({ command, args }) => [command, ...args].join(' '))).toEqual([
      `buildctl --addr ${HOST} build --frontend dockerfile.v0 --progress plain --local context=/workspace --local dockerfile=/workspace ` +
        `--opt filename=Dockerfile --opt build-arg:SOURCE_DATE_EPOCH=1700000000 --opt build-arg:COMMIT=${SHA} --opt build-arg:VERSION=1.2.0 ` +
        `--opt label:org.opencontainers.image.revision=${SHA} --opt label:org.opencontainers.image.version=1.2.0 ` +
        '--output type=oci,dest=/workspace/.slipway/image,tar=false,rewrite-timestamp=true',
    ]);
  });

  test.each([
    ['buildx', {}, 'docker buildx build'],
    ['auto', {}, 'docker buildx build'],
    ['auto', { docker: false }, 'buildah build'],
    ['buildah', {}, 'buildah build'],
  ])('builds with %s when that is what there is (%j)', async (engine, there: Record<string, boolean>, expected) => {
    const world = worldOf({ inputs: { engine }, environment: {}, which: (command) => there[command] ?? true });
    expect(await world.done).toBe(0);
    expect(world.engine().map(({ command, args }) => [command, ...args].join(' '))[0]).toContain(expected);
  });

  test('gives secrets to the engine by variable and file, never by argument, and shows them nowhere', async () => {
    const world = worldOf({
      inputs: { secrets: 'npm=env:NPM_TOKEN\nkey=file:key,1.pem' },
      environment: { BUILDKIT_HOST: HOST, NPM_TOKEN: 'hunter2' },
      files: { 'key,1.pem': 'BEGIN\nprivate\n' },
      answer: ({ command }) => (command === 'buildctl' ? { exitCode: 1, stderr: '#1 token hunter2 and private\n' } : undefined),
    });
    expect(await world.done).toBe(1);
    const [call] = world.engine();
    expect(call?.args).toEqual(expect.arrayContaining(['id=npm,env=SLIPWAY_SECRET_0', 'id=key,"src=/workspace/key,1.pem"']));
    expect(call?.options.env).toEqual({ SLIPWAY_SECRET_0: 'hunter2' });
    expect(world.log.masked).toEqual(['hunter2', 'BEGIN\nprivate\n']);
    expect(JSON.stringify([call?.args, world.log.lines, world.host.written])).not.toMatch(/hunter2|private/);
  });

  test('puts a build that fails on the line of the Dockerfile', async () => {
    const stderr =
      '#5 0.1 ::error::boom\nDockerfile:3\n--------------------\n   3 | >>> RUN\n--------------------\nerror: failed to solve: exit code: 3\n';
    const world = worldOf({
      answer: ({ command }) => (command === 'buildctl' ? { exitCode: 1, stderr: `::error::x\n${stderr}` } : undefined),
    });
    expect(await world.done).toBe(1);
    expect(world.host.written.annotations).toMatchObject([{ title: 'The image does not build', file: 'Dockerfile', line: 3 }]);
    expect(world.host.written.reports[0]).toMatchObject({ verdict: 'fail', headline: expect.stringContaining('exit code: 3') });
    expect(world.log.lines).toContain('::error::x');
  });

  test('does not blame the Dockerfile for an engine that nobody answers for', async () => {
    const stderr = 'ERROR: failed to build: no such socket\n';
    const dead = worldOf({ answer: ({ command }) => (command === 'buildctl' ? { exitCode: 1, stderr } : undefined) });
    expect([await dead.done, dead.host.written.annotations[0]?.file]).toEqual([1, undefined]);
    expect(dead.host.written.reports[0]?.headline).toBe('The image of order-service does not build: no such socket');
    const noDaemon = worldOf({
      inputs: { engine: 'docker' },
      answer: ({ args }) => (args[0] === 'info' ? { exitCode: 1 } : undefined),
    });
    expect([await noDaemon.done, codesOf(noDaemon)]).toEqual([1, ['ENGINE_MISSING']]);
  });

  test('says why a Docker engine with its classic store cannot do it', async () => {
    const stderr = 'ERROR: OCI exporter is not supported for the docker driver.\n';
    const driver = worldOf({
      inputs: { engine: 'buildx' },
      answer: ({ args }) => (args[1] === 'build' ? { exitCode: 1, stderr } : undefined),
    });
    const store = worldOf({ inputs: { engine: 'docker' }, environment: {} });
    expect([await driver.done, await store.done]).toEqual([1, 1]);
    expect([codesOf(driver), codesOf(store)]).toEqual([['ENGINE_CANNOT_EXPORT'], ['ENGINE_CANNOT_EXPORT']]);
  });

  test('does not take the word of an engine that ends well and writes nothing, or not what was asked for', async () => {
    const silent = worldOf({ answer: ({ command }) => (command === 'buildctl' ? {} : undefined) });
    expect([await silent.done, codesOf(silent)]).toEqual([1, ['LAYOUT_MALFORMED']]);
    const fewer = worldOf({ inputs: { platforms: 'linux/amd64\nlinux/arm64' } });
    expect([await fewer.done, codesOf(fewer)]).toEqual([1, ['PLATFORMS_DIFFER']]);
  });

  test('refuses a Dockerfile that is a link', async () => {
    const linked: Files = { ...memoryFiles(), list: async () => [{ name: 'Dockerfile', kind: 'other' }] };
    const problems = await placeProblems({ context: '.', dockerfile: 'Dockerfile', layout: 'image' }, '/workspace', linked);
    expect(problems.map(({ code }) => code)).toContain('PATH_IS_LINK');
  });

  test('removes the layout of an earlier build, and no other folder', async () => {
    const again = worldOf({ files: { '.slipway/image/oci-layout': '{}', '.slipway/image/blobs/sha256/old': 'x' } });
    expect(await again.done).toBe(0);
    expect(await again.files.exists('.slipway/image/blobs/sha256/old')).toBe(false);
    const other = worldOf({ inputs: { layout: 'precious' }, files: { 'precious/data': 'x' } });
    expect([await other.done, codesOf(other)]).toEqual([1, ['LAYOUT_IN_THE_WAY']]);
    expect(await other.files.exists('precious/data')).toBe(true);
  });

  test('reports every bad input at once and starts nothing', async () => {
    const world = worldOf({
      inputs: {
        service: 'Order/Service',
        commit: 'a3f9c21',
        platforms: 'linux/amd64\nx86',
        'build-args': '1X=y\nTOKEN=hunter2',
        secrets: 'npm=env:NPM_TOKEN\nother=env:ABSENT\nkey=file:absent.pem\nhunter2\nnpm=env:NPM_TOKEN',
        context: 'absent',
        layout: '.',
      },
      environment: { NPM_TOKEN: 'hunter2' },
      which: () => false,
    });
    expect(await world.done).toBe(1);
    expect(world.host.written.reports[0]?.problems.map(({ code }) => code)).toEqual([
      'IMAGE_NAME_MALFORMED',
      'COMMIT_MALFORMED',
      'PLATFORM_UNKNOWN',
      'BUILD_ARG_MALFORMED',
      'BUILD_ARG_SECRET',
      'SECRET_NOT_FOUND',
      'SECRET_NOT_FOUND',
      'SECRET_MALFORMED',
      'SECRET_TWICE',
      'PATH_NOT_FOUND',
      'LAYOUT_IN_THE_WAY',
      'ENGINE_MISSING',
    ]);
    expect(JSON.stringify(world.host.written)).not.toContain('hunter2');
    expect(world.engine()).toEqual([]);
  });

  test.each([
    [{ dockerfile: '../Dockerfile', context: 'src' }, 'PATH_OUTSIDE'],
    [{ context: '../elsewhere' }, 'PATH_OUTSIDE'],
    [{ dockerfile: '/etc/passwd' }, 'PATH_OUTSIDE'],
    [{ dockerfile: 'src' }, 'PATH_KIND'],
    [{ dockerfile: 'absent' }, 'PATH_NOT_FOUND'],
    [{ 'buildkit-host': '/run/buildkitd.sock' }, 'INPUT_MALFORMED'],
    [{ 'buildkit-host': HOST, engine: 'buildx' }, 'INPUT_CONTRADICTION'],
    [{ engine: 'buildah', platforms: 'linux/amd64\nlinux/arm64' }, 'INPUT_CONTRADICTION'],
    [{ 'build-args': 'X' }, 'INPUT_MALFORMED'],
  ])('refuses %j', async (inputs: Record<string, string>, code) => {
    const world = worldOf({ inputs, files: { 'src/main.ts': '' } });
    expect([await world.done, codesOf(world)]).toEqual([1, [code]]);
    expect(world.engine()).toEqual([]);
  });
});
