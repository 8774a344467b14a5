import { describe, expect, test } from '@jest/globals';
import { memoryGitHub } from '@slipway/github/memory';
import { runAction } from '@slipway/runner';
import { memoryHost } from '@slipway/runner/memory';
import { memoryFiles, memoryLog } from '@slipway/system/memory';
import { renderMarkdown } from '@slipway/summary';
import { action } from '../action.ts';
import { FORMATS } from '../formats.ts';
import { runWith } from '../run.ts';

/** What XML cannot hold, even as a reference: https://www.w3.org/TR/xml/#charsets */
const CONTROL = new RegExp(`[${String.fromCharCode(0)}-${String.fromCharCode(8)}${String.fromCharCode(27)}]`);

async function scan(text: string) {
  const packages = { [`node_modules/${text}`]: { version: '1.0.0' } };
  const advisory = {
    ...{ id: `GHSA-${text}`, aliases: [text], summary: text, database_specific: { severity: 'HIGH' } },
    references: [
      { type: 'WEB', url: `https://a.example/${text}` },
      { type: 'WEB', url: text },
    ],
    affected: [{ package: { ecosystem: 'npm', name: text }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }] }],
  };
  const files = memoryFiles({
    'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }),
    'osv/A.json': JSON.stringify(advisory),
  });
  const log = memoryLog();
  const host = memoryHost({ database: 'osv', formats: FORMATS.join('\n') }, { files, log });
  const exitCode = await runAction(
    action,
    runWith(() => memoryGitHub()),
    host,
  );
  const paths = new Map((host.written.outputs['files'] ?? '').split('\n').map((line) => line.split('=') as [string, string]));
  const form = async (name: string): Promise<string> => files.readText(paths.get(name) ?? '');
  return { ...host.written, exitCode, log, markdown: renderMarkdown(host.written.summary), form };
}

describe('a package and an advisory of hostile authors', () => {
  test.each([
    ['a command', '::error::pwned'],
    ['a command on a line of its own', 'a\n::set-env name=PATH::/evil'],
    ['a command in an escape', 'a%0A::add-mask::a'],
    ['a command that stops commands', 'a\r\n::stop-commands::x'],
    ['a delimiter of outputs', 'a\nghadelimiter_x\nverdict<<ghadelimiter_x\npass'],
    ['markup', '<img src=x onerror=alert(1)> **b** [a](http://x) | c'],
    ['a ping', '@org/team @all'],
    ['the end of an XML text', ']]></failure></testcase>\u0000\u001b[31m'],
    ['text that reads otherwise than it is', 'a\u202egnp.exe'],
  ])('cannot say %s', async (_, text) => {
    const { exitCode, outputs, markdown, log, form, reports, annotations } = await scan(text);
    expect(exitCode).toBe(1);
    expect(annotations[0]?.level).toBe('error');
    expect(reports[0]?.headline).not.toMatch(/[\r\n]/);
    // Of the outputs only the list of files has lines, whose names are ours.
    expect(Object.entries(outputs).filter(([name, value]) => name !== 'files' && /[\r\n]/.test(value))).toEqual([]);
    expect(outputs['verdict']).toBe('fail');
    // Code spans out of the way, nothing of it may be markup; a link's own address stands between angle brackets.
    const outside = markdown
      .replace(/`[^`\n]*`/g, '')
      .replace(/\]\(<https:[^<>|\s]*>\)/g, ']')
      .replaceAll('<br>', ' ');
    expect(outside).not.toMatch(/(^|[^\\])<|^::|^## b|[^\\]\*\*b\*\*|[^\\]@(?!1\.0)/m);
    expect(log.lines.join('\n')).not.toMatch(/^::/m);
    expect((await form('table')).replaceAll('\n', ' ')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(await form('table')).not.toMatch(/^::/m);
    expect((await form('junit')).replaceAll('\n', ' ')).not.toMatch(CONTROL);
    expect(await form('html')).not.toContain('<img');
    expect(await form('junit')).not.toMatch(/<img|<\/failure><\/testcase>/);
    expect((await form('junit')).match(/<testcase /g)).toHaveLength(1);
    expect(JSON.parse(await form('sarif'))).toMatchObject({ version: '2.1.0' });
    expect((await form('table')).trimEnd().split('\n')).toHaveLength(4);
  });
});
