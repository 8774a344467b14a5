import type { InputsOf } from '@slipway/metadata';
import type { Annotation, Json, Outcome } from '@slipway/runner';
import type { action } from './action.ts';
import { checkAnnotations } from './checks.ts';
import type { BuildPlan } from './plan.ts';
import type { Product } from './product.ts';
import { type Origin, summaryOf } from './report.ts';
import type { InputsReading } from './reuse.ts';
import { renderSize } from './size.ts';

type Result = Outcome<typeof action>;

/** Everything there is to judge. */
export interface Case {
  readonly plan: BuildPlan;
  readonly product: Product;
  readonly origin: Origin;
  readonly reading: InputsReading;
  readonly inputs: InputsOf<typeof action>;
  /** The Dockerfile, from the workspace. */
  readonly file: string;
}

/** The outputs of a run that made no image. */
export const NO_OUTPUTS: Result['outputs'] = {
  digest: undefined,
  imageTag: undefined,
  layout: undefined,
  layoutDigest: undefined,
  size: undefined,
  platforms: undefined,
  inputsDigest: undefined,
  reused: 'false',
  attachments: undefined,
  warnings: undefined,
};

type Objection = { readonly verdict: 'fail' | 'inconclusive'; readonly headline: string; readonly annotation: Annotation };

function objectionOf({ plan, product, origin, inputs, file }: Case): Objection | undefined {
  const { budget, differences } = product;
  const error = (title: string, message: string): Annotation => ({ level: 'error', title, message, file });
  if (budget.kind === 'over') {
    const heaviest = budget.heaviest.map(
      ({ descriptor, instruction }) => `${renderSize(descriptor.size)}: ${instruction ?? descriptor.digest}`,
    );
    const headline = `The image of ${plan.service} for ${budget.platform} has ${renderSize(budget.size)} to pull; ${renderSize(budget.limit)} are allowed.`;
    const message = `${headline} The layers that weigh most:\n${heaviest.join('\n')}`;
    return { verdict: 'fail', headline, annotation: error('The image is too large', message) };
  }
  if (differences !== undefined && differences.length > 0) {
    const [first] = differences;
    const where = first?.layer === undefined ? '' : ` in layer ${first.layer}`;
    const headline = `The image of ${plan.service} is not the one it must equal: ${first?.what}${where} differs (${first?.how}).`;
    return {
      verdict: 'fail',
      headline,
      annotation: error('The image differs', `${headline} ${differences.length} differences in all.`),
    };
  }
  if (inputs.checks === 'error' && origin.kind === 'built' && origin.checked.unable !== undefined) {
    const headline = `The Dockerfile of ${plan.service} could not be checked: ${origin.checked.unable}.`;
    return { verdict: 'inconclusive', headline, annotation: error('The Dockerfile was not checked', headline) };
  }
  return undefined;
}

function headlineOf({ plan, product, origin }: Case): string {
  const { layout } = product;
  const what = `${plan.service}:${plan.commit} as ${layout.root.digest} (${renderSize(layout.size)})`;
  if (origin.kind === 'built') return `Built ${what}.`;
  const revision = origin.revision === undefined ? '' : `, built for commit ${origin.revision}`;
  return `Reused ${what}: the registry has an image of the same inputs${revision}; nothing was built.`;
}

function dataOf({ plan, product, origin, reading }: Case): Json {
  const { layout, images, bills, differences } = product;
  return {
    digest: layout.root.digest,
    inputsDigest: reading.inputs.digest ?? null,
    reused: origin.kind === 'reused',
    doubts: reading.lookup.kind === 'unknown' ? reading.lookup.doubts.map(({ reason }) => reason) : [],
    engine: plan.engine.kind,
    epoch: plan.epoch ?? null,
    seconds: origin.kind === 'built' ? origin.built.seconds : origin.seconds,
    cached: origin.kind === 'built' ? origin.built.progress.cached : null,
    platforms: images.map(({ platform, digest, config }) => ({ platform, digest, config })),
    bills: bills.flatMap(({ documents }) => documents),
    bases: reading.inputs.bases.map(({ reference, line, pin }) => ({ reference, line, pin: pin ?? null })),
    findings: origin.kind === 'built' ? origin.checked.findings.map((finding) => ({ ...finding })) : [],
    differences: (differences ?? []).map((each) => ({ ...each, instruction: each.instruction ?? null })),
  };
}

/** Judges an image that is there: within its budget, equal to what it must equal, checked as far as that was asked. */
export function judge(given: Case): Result {
  const { plan, product, origin, reading, inputs, file } = given;
  const { layout, images } = product;
  const objection = objectionOf(given);
  const findings = origin.kind === 'built' ? origin.checked.findings : [];
  return {
    verdict: objection?.verdict ?? 'pass',
    headline: objection?.headline ?? headlineOf(given),
    outputs: {
      digest: layout.root.digest,
      imageTag: plan.commit,
      layout: inputs.layout,
      layoutDigest: layout.digest,
      size: String(layout.size),
      platforms: JSON.stringify(images.map(({ platform, digest, config }) => ({ platform, digest, config }))),
      inputsDigest: reading.inputs.digest,
      reused: String(origin.kind === 'reused'),
      attachments: product.attachments.join('\n'),
      warnings: String(findings.length),
    },
    annotations: [...(objection === undefined ? [] : [objection.annotation]), ...checkAnnotations(findings, file, 'warning')],
    summary: summaryOf(plan, product, origin, reading, file),
    data: dataOf(given),
  };
}
