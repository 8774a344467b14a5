import { Failure } from '@slipway/failure';
import type { InputsOf } from '@slipway/metadata';
import { type Digest, imagesOf, type Layout, type PlatformImage, readLayout } from '@slipway/oci';
import type { Ports, RunContext } from '@slipway/runner';
import type { action } from './action.ts';
import { type Bill, writeBills } from './bill.ts';
import { type Difference, differencesOf } from './difference.ts';
import type { BuildPlan } from './plan.ts';
import { type Previous, readPrevious } from './previous.ts';
import { renderProvenance } from './provenance.ts';
import type { InputsReading } from './reuse.ts';
import { type BudgetVerdict, judgeBudget } from './size.ts';

type Inputs = InputsOf<typeof action>;

/** An image in its layout, and everything that was found out about it. */
export interface Product {
  readonly layout: Layout;
  readonly images: readonly PlatformImage[];
  readonly bills: readonly Bill[];
  /** Files with statements about the image, for publishing to attach. */
  readonly attachments: readonly string[];
  readonly budget: BudgetVerdict;
  /** Undefined when no comparison was asked for. */
  readonly previous: Previous | undefined;
  readonly differences: readonly Difference[] | undefined;
}

function checkPlatforms(plan: BuildPlan, images: readonly PlatformImage[]): void {
  const missing = plan.platforms.filter((platform) => !images.some((image) => image.platform === platform));
  if (missing.length === 0 && images.length > 0) return;
  const [wanted, got] = [plan.platforms.join(', ') || 'an image', images.map(({ platform }) => platform).join(', ') || 'none'];
  const remedy = 'Check the FROM lines of the Dockerfile and what the engine can build.';
  throw new Failure({ code: 'PLATFORMS_DIFFER', message: `The build was to give ${wanted}, and gave ${got}.`, remedy });
}

/** Looks into a layout: size against the budget, the release before, the layout it must equal. */
export async function inspect(
  plan: BuildPlan,
  layout: Layout,
  inputs: Inputs,
  { registries }: InputsReading,
  { files, cancelled }: Ports,
): Promise<Product> {
  const images = await imagesOf(layout, files);
  checkPlatforms(plan, images);
  return {
    layout,
    images,
    bills: [],
    attachments: [],
    budget: judgeBudget(images, inputs.maxSize),
    previous: inputs.compareWith === undefined ? undefined : await readPrevious(inputs.compareWith, registries, cancelled),
    differences: inputs.expectLayout === undefined ? undefined : await differencesOf(layout, inputs.expectLayout, files),
  };
}

/** Reads the layout that was just built, and writes what is in the image and how it came about. */
export async function document(
  plan: BuildPlan,
  inputs: Inputs,
  reading: InputsReading,
  ports: Ports,
  context: RunContext,
): Promise<Product> {
  const layout = await readLayout(plan.layout, ports.files);
  const product = await inspect(plan, layout, inputs, reading, ports);
  // What an earlier build left here would be attached to this image.
  await ports.files.remove(inputs.evidence);
  const bills = await writeBills(plan.service, layout, product.images, inputs.evidence, ports.files);
  const provenance = `${inputs.evidence}/provenance.intoto.json`;
  const { digest: inputsDigest, bases } = reading.inputs;
  const image: Digest = layout.root.digest;
  await ports.files.write(provenance, renderProvenance({ plan, image, inputsDigest, bases }, context));
  return { ...product, bills, attachments: [...bills.flatMap(({ statements }) => statements), provenance] };
}
