import { createServer } from 'node:http';
import { layoutOf } from '../layout.ts';
import { askApi } from '../probe.ts';
import { readState } from '../state.ts';
import { type Pod, type TargetGroup, targetsOf } from './target.ts';

const layout = layoutOf();
const state = readState(layout);
if (!state) throw new Error('the lab has no state yet');
const site = { layout, ports: state.ports };

async function discover(): Promise<TargetGroup[]> {
  const { status, body } = await askApi(site, '/api/v1/pods?resourceVersion=0');
  if (status !== 200) throw new Error(`the API server answered ${status}`);
  return (JSON.parse(body) as { items: Pod[] }).items.flatMap(targetsOf);
}

const server = createServer((_request, response) => {
  discover().then(
    (groups) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(groups)),
    (error: unknown) => response.writeHead(502).end(String(error)),
  );
});
server.listen(Number(process.argv[2]), '127.0.0.1');
