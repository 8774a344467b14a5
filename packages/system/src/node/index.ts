export { nodeClock } from './clock.ts';
export { dnsOf, nodeDns } from './dns.ts';
export { nodeFiles } from './files.ts';
export { nodeHttp } from './http.ts';
export { minimalEnvironment, startProcess } from './process.ts';
