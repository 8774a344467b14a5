import { parseArgs } from 'node:util';
import { down, type Option, renderFailure, renderStatus, StepFailure, status, up } from './index.ts';

const USAGE = `usage: npm run lab -- up [--with docker|argocd|unleash]
                                             start the lab, or what is missing of it
       npm run lab -- down [--purge]         end it; --purge forgets its data as well
       npm run lab -- status [--json]        show every part; fails when one is not healthy`;

function report(line: string): void {
  console.error(line);
}

function toOption(name: string): Option {
  if (name === 'docker' || name === 'argocd' || name === 'unleash') return name;
  throw new TypeError(`there is no optional part named ${name}`);
}

async function showStatus(json: boolean): Promise<number> {
  const found = await status();
  console.log(json ? JSON.stringify(found, null, 2) : renderStatus(found));
  return found.healthy ? 0 : 1;
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { with: { type: 'string', multiple: true }, purge: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  switch (positionals.join(' ')) {
    case 'up': {
      const start = performance.now();
      const lab = await up({ with: (values.with ?? []).map(toOption), report });
      console.log(JSON.stringify(lab, null, 2));
      report(`The lab is up (${((performance.now() - start) / 1000).toFixed(1)} s): export KUBECONFIG=${lab.kubeconfig}`);
      return 0;
    }
    case 'down':
      await down({ purge: values.purge ?? false, report });
      return 0;
    case 'status':
      return showStatus(values.json ?? false);
    default:
      console.error(USAGE);
      return 2;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof StepFailure) console.error(renderFailure(error));
  else console.error(error instanceof TypeError ? `${error.message}\n${USAGE}` : error);
  process.exitCode = error instanceof TypeError ? 2 : 1;
}
