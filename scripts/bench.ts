/** `npm run bench -- NAME [--json]`: measures, and prints one figure a line. */
import { build } from './bench/build.ts';
import { coldStart } from './bench/cold-start.ts';
import { contract } from './bench/contract.ts';
import { deployBench } from './bench/deploy.ts';
import { type Figure, renderFigure } from './bench/figure.ts';
import { gitops } from './bench/gitops.ts';
import { load } from './bench/load.ts';
import { scan } from './bench/scan.ts';
import { watch } from './bench/watch.ts';
import { watchLab } from './bench/watch-lab.ts';

const BENCHES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  build,
  'cold-start': coldStart,
  contract,
  deploy: deployBench,
  gitops,
  load,
  scan,
  watch,
  'watch-lab': watchLab,
};

const [name = '', ...options] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined || options.some((option) => option !== '--json')) {
  console.error(`Usage: npm run bench -- NAME [--json], where NAME is one of: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 1;
} else {
  for (const figure of await bench()) console.log(options.includes('--json') ? JSON.stringify(figure) : renderFigure(figure));
  // The parts of a lab that a bench has started go on, and with them the handles to them.
  process.exit(0);
}
