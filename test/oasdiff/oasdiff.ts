import { spawn } from 'node:child_process';

/** One finding of oasdiff. */
export interface Finding {
  readonly id: string;
  readonly text: string;
  /** 3 is an error, 2 a warning, 1 for information. */
  readonly level: number;
}

/** What oasdiff says of two files: its breaking changes, warnings included. */
export function askOasdiff(program: string, base: string, head: string): Promise<readonly Finding[]> {
  const child = spawn(
    program,
    [
      'breaking',
      base,
      head,
      '--format',
      'json',
      '--allow-external-refs=false',
      '--flatten-params',
      '--flatten-allof',
      '--flatten-params',
      '--flatten-allof',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(texts.stdout.trim() === '' ? [] : (JSON.parse(texts.stdout) as Finding[]));
      else reject(new Error(`oasdiff ended with ${code}: ${texts.stderr}`));
    });
  });
}
