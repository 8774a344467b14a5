import { openExport } from '@slipway/advisory-database';
import { memoryLog } from '@slipway/system/memory';
import { nodeClock, nodeFiles, nodeHttp } from '@slipway/system/node';

/** One job of many: opens the exports of two ecosystems and prints the database's id, its warnings or its problem. */
const [url = '', folder = ''] = process.argv.slice(2);
const packages = ['npm', 'PyPI'].map((ecosystem) => ({
  ecosystem,
  name: 'a',
  version: '1.0.0',
  dev: false,
  direct: true,
  location: { file: 'lock' },
}));
const world = { http: nodeHttp, files: nodeFiles(folder), clock: nodeClock, log: memoryLog() };
const { database, warnings } = await openExport({ url, folder }, packages, world);
console.log(JSON.stringify({ id: database.id, count: database.count, warnings }));
