import { posix } from 'node:path';
import type { Log } from '@slipway/system';
import { type Progress, ProgressReader } from './progress.ts';

const KEPT_LINES = 400;

/** What an engine printed: shown line by line as it comes, and its end kept. */
export interface BuildLog {
  write(text: string): void;
  /** Everything is there: shows a last line that had no end. */
  end(): void;
  readonly lines: readonly string[];
  /** How the steps went, of everything that was printed. */
  readonly progress: Progress;
}

/** A log that shows no secret, whatever the build prints. */
export function buildLog(log: Log, secrets: readonly string[]): BuildLog {
  const lines: string[] = [];
  const reader = new ProgressReader();
  const hidden = secrets.flatMap((secret) => secret.split('\n')).filter((line) => line.trim() !== '');
  let rest = '';
  const show = (raw: string): void => {
    const line = hidden.reduce((shown, secret) => shown.replaceAll(secret, '***'), raw.replace(/\r$/, ''));
    log.info(line);
    reader.read(line);
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
  };
  return {
    lines,
    get progress() {
      return reader.progress;
    },
    write: (text) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) show(part);
    },
    end: () => {
      if (rest !== '') show(rest);
      rest = '';
    },
  };
}

/** The line of the Dockerfile that BuildKit blames; undefined when it names none. */
export function blamedLine(lines: readonly string[], dockerfile: string): number | undefined {
  for (const [index, line] of lines.entries()) {
    const [, file = '', number] = /^(\S.*):(\d+)$/.exec(line) ?? [];
    const framed = /^-{10,}$/.test(lines[index + 1] ?? '');
    if (framed && number !== undefined && posix.basename(file) === posix.basename(dockerfile)) return Number(number);
  }
  return undefined;
}

/** The engine's own word for what went wrong. */
export function reasonOf(lines: readonly string[]): string {
  const said = lines.findLast((line) => /^(error|ERROR)\b:?\s/.test(line));
  return (
    said?.replace(/^error:?\s*(failed to (build|solve):\s*)*/i, '') ??
    lines.findLast((line) => line.trim() !== '') ??
    'It printed nothing.'
  );
}
