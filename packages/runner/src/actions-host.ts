import * as core from '@actions/core';
import type { Input } from '@slipway/metadata';
import { type Block, renderHtml, renderMarkdown } from '@slipway/summary';
import type { Log } from '@slipway/system';
import { nodeClock, nodeDns, nodeFiles, nodeHttp } from '@slipway/system/node';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { cancellation } from './cancellation.ts';
import { readContext } from './context.ts';
import { disarm } from './disarm.ts';
import { nodeExec } from './exec.ts';
import type { Host } from './host.ts';
import type { Annotation } from './outcome.ts';
import type { Report } from './report.ts';

const log: Log = {
  info: (line) => core.info(disarm(line)),
  debug: (line) => core.debug(line),
  group: (title, work) => core.group(disarm(title), work),
  mask: (secret) => {
    // A runner masks line by line, so each line of a key file is masked for itself; an empty mask would hide everything.
    for (const line of [secret, ...secret.split('\n')]) if (line.trim() !== '') core.setSecret(line);
  },
};

const SENDERS = { error: core.error, warning: core.warning, notice: core.notice } as const;

function annotate({ level, message, title, file, line, endLine, column }: Annotation): void {
  SENDERS[level](message, {
    title,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { startLine: line }),
    ...(endLine !== undefined && { endLine }),
    ...(column !== undefined && { startColumn: column }),
  });
}

/** The host on a GitHub runner: inputs from the step, commands on standard output, files where the runner names them. */
export function actionsHost(environment: NodeJS.ProcessEnv = process.env): Host {
  const workspace = environment['GITHUB_WORKSPACE'] ?? process.cwd();
  const context = readContext(environment, workspace);
  const files = nodeFiles(workspace);
  const ports = {
    exec: nodeExec({ environment, workspace }),
    clock: nodeClock,
    http: nodeHttp,
    dns: nodeDns,
    files,
    log,
    cancelled: cancellation(),
  };
  // A runner deletes its temporary folder with the job; SLIPWAY_REPORTS names one that outlives it.
  const reports = environment['SLIPWAY_REPORTS'] || context.temp;
  const page = (action: string, extension: string): string => join(reports, `${action}-${run}.${extension}`);
  const run = `${nodeClock.now()}-${randomUUID().slice(0, 8)}`;
  return {
    ports,
    context,
    problems: () => [],
    readInput: (name: string, _input: Input<unknown>) => core.getInput(name, { trimWhitespace: false }),
    annotate,
    writeOutput: (name, value) => core.setOutput(name, value),
    writeSummary: async (action: string, blocks: readonly Block[]) => {
      await files.write(page(action, 'html'), renderHtml(blocks, action));
      if (environment['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(renderMarkdown(blocks), true).write();
    },
    writeReport: async (report: Report) => {
      const path = page(report.action, 'json');
      await files.write(path, `${JSON.stringify(report, null, 2)}\n`);
      return path;
    },
  };
}
