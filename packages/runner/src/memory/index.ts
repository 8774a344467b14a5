import type { Input } from '@slipway/metadata';
import type { Block } from '@slipway/summary';
import { memoryClock, memoryDns, memoryFiles, memoryHttp, memoryLog, scriptedExec } from '@slipway/system/memory';
import type { Host } from '../host.ts';
import type { Annotation, Ports, RunContext } from '../outcome.ts';
import type { Report } from '../report.ts';

/** A host in memory, with everything that was written to it. */
export interface MemoryHost extends Host {
  readonly written: {
    readonly annotations: Annotation[];
    readonly outputs: Record<string, string>;
    readonly summary: Block[];
    readonly reports: Report[];
  };
}

/** Ports in memory: nothing outside is touched. */
export function memoryPorts(ports: Partial<Ports> = {}): Ports {
  return {
    exec: scriptedExec(),
    clock: memoryClock(),
    http: memoryHttp(() => undefined),
    dns: memoryDns(),
    files: memoryFiles(),
    log: memoryLog(),
    cancelled: new AbortController().signal,
    ...ports,
  };
}

/** The facts of a made-up run. */
export function memoryContext(context: Partial<RunContext> = {}): RunContext {
  return {
    repository: 'org/order-service',
    sha: 'a3f9c21d5e6f708192a3b4c5d6e7f8091a2b3c4d',
    ref: 'refs/heads/main',
    actor: 'dev',
    eventName: 'push',
    runId: '1',
    runUrl: 'https://github.com/org/order-service/actions/runs/1',
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    workspace: '/workspace',
    environment: () => undefined,
    temp: '/temp',
    ...context,
  };
}

/** A host in memory that reads the given raw inputs. */
export function memoryHost(
  inputs: Readonly<Record<string, string>>,
  ports: Partial<Ports> = {},
  context: Partial<RunContext> = {},
): MemoryHost {
  const written: MemoryHost['written'] = { annotations: [], outputs: {}, summary: [], reports: [] };
  return {
    written,
    ports: memoryPorts(ports),
    context: memoryContext(context),
    problems: () => [],
    readInput: (name: string, _input: Input<unknown>) => inputs[name] ?? '',
    annotate: (annotation) => void written.annotations.push(annotation),
    writeOutput: (name, value) => {
      written.outputs[name] = value;
    },
    writeSummary: async (_action, blocks) => void written.summary.push(...blocks),
    writeReport: async (report) => {
      written.reports.push(report);
      return `/temp/${report.action}.json`;
    },
  };
}
