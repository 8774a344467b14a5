import { choice, duration, integer, number, path, percent, secret, text } from '@slipway/metadata';

/** The inputs of a ramp, beside those that say where the flag is. */
export const rampInputs = {
  steps: text('The shares of users that get the feature one after the other, in percent', { default: '1, 10, 25, 50, 100' }),
  hold: duration('How long each step is watched at least', { default: '10m' }),
  holdMax: duration('How long a step may be held until its metric tells; then the ramp ends as one that could not tell', {
    default: '1h',
  }),
  onBad: choice('Where a ramp goes back to when a step is bad: to nobody, or to the step before', ['zero', 'last-good'], {
    default: 'zero',
  }),
  prometheusUrl: text('Address of Prometheus', { required: true, example: 'https://prometheus.example.com' }),
  prometheusToken: secret('Bearer token for Prometheus'),
  prometheusTokenPath: path('File with the bearer token for Prometheus; read again when it is not taken any more'),
  metric: text("Selector of the counter of the service's requests", {
    required: true,
    example: 'http_requests_total{job="order-service"}',
  }),
  queryErrors: text('Selector of the counter of failed requests, where metric has no label for the outcome'),
  codeLabel: text('Label of the counter that holds the outcome', { default: 'code' }),
  errorCodes: text('Outcomes that are errors, as a regular expression over the whole label', { default: '5..' }),
  podLabel: text('Label of the counter that holds the pod', { default: 'pod' }),
  featureLabel: text(
    'Label of the counter that tells whether a request had the feature; without it the whole service is compared with its own time before the step',
    { example: 'new_checkout' },
  ),
  featureValues: text('Values of feature-label that mean the feature, as a regular expression over the whole label', {
    default: 'on|true',
  }),
  interval: duration('How often samples are read; the scrape interval of Prometheus is a good choice', { default: '15s' }),
  errorRateMax: percent('Limit of the share of requests that may fail', { default: '5%' }),
  minRequests: integer('Requests that must be seen at a step before it is proved', { default: '50', min: 1 }),
  falseStopMax: percent('Promised probability of stopping a ramp whose feature is within the limit and no worse', {
    default: '1%',
  }),
  riseMax: number('By how many times the share of errors may rise over what it is compared with', { default: '1.25', min: 1 }),
  riseFloor: percent('Share of errors below which no rise matters', { default: '0.2%' }),
  population: integer('How many made-up users a server is asked for, to measure the share who get the feature', {
    default: '300',
    min: 50,
    max: 5000,
  }),
};

/** Their names, for the mode that takes them. */
export const RAMP = Object.keys(rampInputs) as readonly (keyof typeof rampInputs)[];
