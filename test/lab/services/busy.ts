/**
 * A service that asks itself 20 times a second over HTTP, and counts as the convention says.
 *
 * What it shows to Prometheus it renews each 5 s, so that scrapes see what scrapes of 5 s would. The time that an answer takes is
 * drawn, and what was drawn is observed: how busy the machine is otherwise must not look like a slow release. Its first bad answer is
 * told where more than the odd one is meant to be bad.
 */
const PROGRAM = `
const { createServer, get } = require('node:http');
const env = (name) => Number(process.env[name] || 0);
const born = Date.now();
const LE = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const counts = new Map(), buckets = LE.map(() => 0);
let all = 0, firstBad = 0, broken = false, shown = '';
const normal = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
const isBad = () => broken || ((Date.now() - born) / 1000 >= env('BAD_AFTER_S') && Math.random() * 100 < env('FAIL_PERCENT'));
const show = () => {
  const of = (le, n) => 'http_request_duration_seconds_bucket{le="' + le + '"} ' + n;
  const lines = [...counts].map(([code, n]) => 'http_requests_total{code="' + code + '"} ' + n);
  if (all > 0) lines.push(...LE.map((le, index) => of(le, buckets[index])), of('+Inf', all));
  if (firstBad > 0) lines.push('first_bad_answer_seconds ' + firstBad / 1000);
  shown = lines.join('\\n') + '\\n';
};
setInterval(show, 5000);
createServer((request, response) => {
  if (request.url === '/metrics') return response.end(shown);
  if (request.url === '/break') { broken = true; return response.end(); }
  const seconds = 0.02 * (env('TIMES_AS_SLOW') || 1) * Math.exp(0.5 * normal());
  setTimeout(() => {
    const code = isBad() ? 500 : 200;
    if (code === 500) { if (env('FAIL_PERCENT') > 5) firstBad = firstBad || Date.now(); console.error('the answer could not be given'); }
    counts.set(code, (counts.get(code) || 0) + 1);
    LE.forEach((le, index) => { if (seconds <= le) buckets[index] += 1; });
    all += 1;
    response.writeHead(code).end();
  }, Math.min(seconds, 1) * 1000);
}).listen(8080);
if (!env('SILENT')) setInterval(() => get('http://127.0.0.1:8080/', (answer) => answer.resume()).on('error', () => {}), 50);
if (env('CRASH_AFTER_S') > 0) setTimeout(() => process.exit(3), env('CRASH_AFTER_S') * 1000);
`;

/** A Deployment of the busy service whose pods Prometheus scrapes. */
export const busyService = (name: string, replicas: number, env: Readonly<Record<string, number>>): string =>
  JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: {
          labels: { app: name },
          annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8080', 'prometheus.io/path': '/metrics' },
        },
        spec: {
          terminationGracePeriodSeconds: 1,
          containers: [
            {
              name: 'app',
              image: name,
              command: ['node', '-e', PROGRAM],
              env: Object.entries(env).map(([variable, value]) => ({ name: variable, value: String(value) })),
              readinessProbe: { httpGet: { path: '/metrics', port: 8080 }, periodSeconds: 1 },
            },
          ],
        },
      },
    },
  });
