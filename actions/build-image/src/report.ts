import type { CheckFinding } from './checks.ts';
import type { Built, Checked } from './build.ts';
import type { BuildPlan } from './plan.ts';
import type { Product } from './product.ts';
import type { InputsReading } from './reuse.ts';
import { type Block, type Cell, code, details, list, table } from '@slipway/summary';
import { compareLayers, pulledSize, renderChange, renderSize } from './size.ts';

/** How the image came about. */
export type Origin =
  | { readonly kind: 'built'; readonly built: Built; readonly checked: Checked }
  | { readonly kind: 'reused'; readonly revision: string | undefined; readonly seconds: number };

const SHOWN_STEPS = 90;
const SHOWN_FINDINGS = 200;

const short = (text: string, limit: number): string => (text.length <= limit ? text : `${text.slice(0, limit - 1)}…`);

/** Why the image was built although one of the same inputs might be there, in one sentence. */
export function reasonToBuild({ lookup }: InputsReading): string {
  if (lookup.kind === 'missing') return `the registry has no image of the inputs ${lookup.inputs.slice(7, 19)}`;
  if (lookup.kind === 'found') return 'the image that is there could not be fetched';
  const [first, ...more] = lookup.doubts;
  return `${first?.reason ?? 'its inputs are unknown'}${more.length > 0 ? ` (and ${more.length} more reasons)` : ''}`;
}

function originRows(plan: BuildPlan, origin: Origin, reading: InputsReading): readonly (readonly Cell[])[] {
  if (origin.kind === 'reused')
    return [
      ['reused', `nothing was built: the registry has the image of the same inputs (${origin.seconds.toFixed(1)} s)`],
      ['built for commit', origin.revision === undefined ? 'unknown' : { code: origin.revision }],
    ];
  const { steps, cached } = origin.built.progress;
  const { cache } = plan;
  const cacheText = cache.kind === 'none' ? `off: ${cache.why}` : `read${cache.write ? ' and written' : ''}: ${cache.why}`;
  return [
    ['built because', reasonToBuild(reading)],
    ['engine', `${plan.engine.kind}, ${origin.built.seconds.toFixed(1)} s`],
    ['steps', steps === 0 ? 'not told by the engine' : `${steps}, of which ${cached} from the cache`],
    ['registry cache', origin.built.withoutCache ? 'failed; built without it' : cacheText],
    [
      'time in the image',
      plan.epoch === undefined
        ? 'that of this run'
        : `${new Date(plan.epoch * 1000).toISOString().replace('.000Z', 'Z')}, the commit's`,
    ],
  ];
}

function imageTable(plan: BuildPlan, { layout }: Pick<Product, 'layout'>, origin: Origin, reading: InputsReading): Block {
  const { digest } = reading.inputs;
  return table(
    ['image', ''],
    [
      ['digest', { code: layout.root.digest }],
      ['tag', { code: plan.commit }],
      ...originRows(plan, origin, reading),
      [
        'inputs',
        digest === undefined
          ? `not proved: ${reading.inputs.doubts[0]?.reason ?? ''}`
          : [{ code: digest }, ` (${reading.inputs.files === 1 ? '1 file' : `${reading.inputs.files} files`})`],
      ],
      ['layout', `${renderSize(layout.size)}, all platforms`],
    ],
  );
}

/** What a layer weighs beside the release before, and the instruction that made it. */
function layerRows({ images, previous }: Product, platform: string): readonly (readonly Cell[])[] {
  const layers = images.find((image) => image.platform === platform)?.layers ?? [];
  const before =
    previous !== undefined && 'images' in previous ? previous.images.find((image) => image.platform === platform) : undefined;
  const changes = before === undefined ? layers.map((layer) => ({ change: '', layer })) : compareLayers(before.layers, layers);
  return changes.map(({ change, layer: { descriptor, instruction } }) => [
    `${change === 'gone' ? '−' : ''}${renderSize(descriptor.size)}`,
    { code: short(instruction ?? 'not told', SHOWN_STEPS) },
    ...(before === undefined ? [] : [change]),
    { code: descriptor.digest.slice(7, 19) },
  ]);
}

function platformBlocks(product: Product): readonly Block[] {
  const { images, previous, bills } = product;
  const compared = previous !== undefined && 'images' in previous;
  const rows = images.map((image): readonly Cell[] => {
    const before = compared ? previous.images.find(({ platform }) => platform === image.platform) : undefined;
    const bill = bills.find(({ platform }) => platform === image.platform);
    return [
      image.platform,
      renderSize(pulledSize(image)),
      ...(compared ? [before === undefined ? 'new' : renderChange(pulledSize(image) - pulledSize(before))] : []),
      ...(bill === undefined ? [] : [String(bill.inventory.packages.length)]),
      { code: image.digest },
    ];
  });
  return [
    table(
      ['platform', 'to pull', ...(compared ? ['since the release'] : []), ...(bills.length > 0 ? ['packages'] : []), 'digest'],
      rows,
    ),
    ...images.map(({ platform }) =>
      details(`Layers of ${platform}`, [
        table(['size', 'made by', ...(compared ? ['since the release'] : []), 'layer'], layerRows(product, platform)),
      ]),
    ),
  ];
}

function baseBlock({ inputs }: InputsReading): readonly Block[] {
  if (inputs.bases.length === 0) return [];
  const rows = inputs.bases.map(({ reference, line, pin, identity }): readonly Cell[] => [
    { code: reference },
    String(line),
    reference.includes('@sha256:') ? 'pinned' : 'by tag, which can move',
    { code: (pin ?? identity ?? 'unknown').replace(/^.*sha256:(.{12}).*$/, '$1') },
  ]);
  return [table(['base image', 'line', '', 'was'], rows)];
}

function checkBlock({ findings, unable }: Checked, file: string): readonly Block[] {
  if (unable !== undefined) return [list([[`The Dockerfile was not checked: ${unable}.`]])];
  if (findings.length === 0) return [];
  const rows = findings
    .slice(0, SHOWN_FINDINGS)
    .map(({ line, rule, message, url }: CheckFinding): readonly Cell[] => [
      `${file}:${line}`,
      url === undefined ? rule : { link: rule, href: url },
      message,
    ]);
  const more = findings.length > SHOWN_FINDINGS ? [list([[`${findings.length - SHOWN_FINDINGS} more are not listed.`]])] : [];
  return [
    details(`${findings.length} remarks of the engine on the Dockerfile`, [table(['line', 'rule', 'what'], rows), ...more]),
  ];
}

function differenceBlock({ differences }: Product): readonly Block[] {
  if (differences === undefined || differences.length === 0) return [];
  const rows = differences.map(({ platform, layer, instruction, what, how }): readonly Cell[] => [
    platform,
    layer === undefined ? '' : `${layer}`,
    { code: short(instruction ?? '', SHOWN_STEPS) },
    { code: what },
    how,
  ]);
  return [table(['platform', 'layer', 'made by', 'what differs', 'how'], rows)];
}

/** The end of what the engine printed, folded away. */
export function logBlock({ lines }: Pick<Built, 'lines'>): Block {
  return details('End of the build log', [code(lines.slice(-60).join('\n'))]);
}

/** The summary of a build or a reuse, with what a reader wants to know first at the top. */
export function summaryOf(
  plan: BuildPlan,
  product: Product,
  origin: Origin,
  reading: InputsReading,
  file: string,
): readonly Block[] {
  const { previous } = product;
  const noComparison =
    previous !== undefined && 'doubt' in previous ? [list([[`Not compared with the release before: ${previous.doubt}`]])] : [];
  return [
    imageTable(plan, product, origin, reading),
    ...differenceBlock(product),
    ...platformBlocks(product),
    ...noComparison,
    ...baseBlock(reading),
    ...(origin.kind === 'built' ? checkBlock(origin.checked, file) : []),
  ];
}
