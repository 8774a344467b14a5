import type { ActionDefinition } from '@slipway/metadata';
import { type Block, renderHtml } from '@slipway/summary';
import type { Log } from '@slipway/system';
import { nodeClock, nodeDns, nodeFiles, nodeHttp } from '@slipway/system/node';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cancellation } from './cancellation.ts';
import { parseCommandLine } from './command-line.ts';
import { readContext } from './context.ts';
import { nodeExec } from './exec.ts';
import type { Host } from './host.ts';
import type { Annotation } from './outcome.ts';
import type { Report } from './report.ts';

function shellLog(debug: boolean): Log {
  const print = (line: string): void => void process.stderr.write(`${line}\n`);
  return {
    info: print,
    debug: (line) => (debug ? print(line) : undefined),
    group: async (title, work) => {
      print(title);
      return work();
    },
    // A shell has nothing that could mask; runAction hides secrets before they come here.
    mask: () => undefined,
  };
}

function annotationText({ level, file, line, title, message }: Annotation): string {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
  return `${level}: ${place}${title}: ${message}`;
}

/** The host in a shell: inputs from arguments, people's text on standard error, the report on standard output. */
export function commandHost(definition: ActionDefinition, args: readonly string[], environment: NodeJS.ProcessEnv): Host {
  const line = parseCommandLine(definition, args, environment);
  const workspace = process.cwd();
  const temp = mkdtempSync(join(environment['RUNNER_TEMP'] ?? tmpdir(), 'slipway-'));
  const context = { ...readContext(environment, workspace), temp };
  const files = nodeFiles(workspace);
  const log = shellLog(environment['RUNNER_DEBUG'] === '1');
  return {
    ports: {
      exec: nodeExec({ environment, workspace }),
      clock: nodeClock,
      http: nodeHttp,
      dns: nodeDns,
      files,
      log,
      cancelled: cancellation(),
    },
    context,
    problems: () => line.problems,
    readInput: (name) => line.values[name] ?? '',
    annotate: (annotation) => log.info(annotationText(annotation)),
    writeOutput: (name, value) => log.debug(`output ${name}=${value}`),
    writeSummary: async (action: string, blocks: readonly Block[]) => {
      const path = join(temp, `${action}.html`);
      await files.write(path, renderHtml(blocks, action));
      log.info(`Summary: ${path}`);
    },
    writeReport: async (report: Report) => {
      const path = join(temp, `${report.action}.json`);
      const text = `${JSON.stringify(report, null, 2)}\n`;
      await files.write(path, text);
      if (line.json) process.stdout.write(text);
      return path;
    },
  };
}
