import { Failure, type Problem } from '@slipway/failure';
import type { Annotation, Outcome } from '@slipway/runner';
import { list } from '@slipway/summary';
import type { action } from './action.ts';
import type { Built, Checked } from './build.ts';
import { blamedLine, reasonOf } from './build-log.ts';
import { checkAnnotations } from './checks.ts';
import { CANNOT_EXPORT } from './engine.ts';
import { NO_OUTPUTS } from './judgement.ts';
import type { BuildPlan } from './plan.ts';
import { logBlock } from './report.ts';

type Result = Outcome<typeof action>;

function diskFull({ layout, service }: BuildPlan): Problem {
  const message = `The disk is full: the image of ${service} did not fit, into ${layout} or where the engine keeps its own.`;
  return { code: 'DISK_FULL', message, remedy: 'Free some space on the runner, or write the layout to a larger disk.' };
}

/** The outcome of a build that failed, on the line that the engine blames. */
export function failed(plan: BuildPlan, built: Built, file: string): Result {
  const { lines, exitCode } = built;
  if (lines.some((line) => /OCI exporter is not supported|exporter "oci" could not be found/.test(line)))
    throw new Failure(CANNOT_EXPORT);
  const reason = reasonOf(lines);
  const line = blamedLine(lines, plan.dockerfile);
  // In a RUN the same words may be the build's own; where no line is blamed, it was the engine that wrote.
  if (line === undefined && /no space left on device|disk quota exceeded/i.test(reason)) throw new Failure(diskFull(plan));
  const message = `${reason}\n\n${lines.slice(-15).join('\n')}`;
  // Without a line it may be the engine that failed, and the Dockerfile is not to blame.
  const place = line === undefined ? {} : { file, line };
  const annotation: Annotation = { level: 'error', title: 'The image does not build', message, ...place };
  const where = line === undefined ? '' : ` (line ${line} of ${file})`;
  return {
    verdict: 'fail',
    headline: `The image of ${plan.service} does not build${where}: ${reason}`,
    outputs: NO_OUTPUTS,
    annotations: [annotation],
    summary: [logBlock(built)],
    data: { exitCode, file, line: line ?? null },
  };
}

/** The outcome when the Dockerfile must be free of remarks and is not; nothing was built. */
export function checksFailed(plan: BuildPlan, { findings }: Checked, file: string): Result {
  return {
    verdict: 'fail',
    headline: `${file} of ${plan.service} has ${findings.length} remarks of the engine's checks; nothing was built.`,
    outputs: { ...NO_OUTPUTS, warnings: String(findings.length) },
    annotations: checkAnnotations(findings, file, 'error'),
    summary: [list(findings.map(({ line, rule, message }) => [`${file}:${line}: ${message} (${rule})`]))],
    data: { findings: findings.map((finding) => ({ ...finding })) },
  };
}
