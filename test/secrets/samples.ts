import { sequence } from '../osv/random.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';
const ALNUM = UPPER + LOWER + DIGITS;
const HEX = '0123456789abcdef';
const BASE32 = `${UPPER}234567`;

/** One kind of secret as it stands in a file: a sample, and texts that are nearly one. */
export interface Sample {
  readonly rule: string;
  readonly line: string;
  /** The secret within the line. */
  readonly secret: string;
  readonly nearly: readonly string[];
}

type Some = (count: number, letters?: string) => string;

const one = (rule: string, secret: string, around: (secret: string) => string, ...nearly: readonly string[]): Sample => ({
  rule,
  secret,
  line: around(secret),
  nearly,
});

const plain = (secret: string): string => `const value = "${secret}";`;
const jwtPart = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwtOf = (some: Some): string => `${jwtPart({ alg: 'HS256', typ: 'JWT' })}.${jwtPart({ sub: some(10) })}.${some(43)}`;
const PEM = `-----BEGIN RSA ${'PRIVATE'} KEY-----`;

const KINDS: readonly ((some: Some) => Sample)[] = [
  (some) =>
    one(
      'github-token',
      `ghp_${some(36)}`,
      plain,
      plain(`ghp_${some(35)}`),
      plain(`ghp_${'a'.repeat(36)}`),
      plain(`xghp_${some(36)}`),
    ),
  (some) => one('github-fine-grained-token', `github_pat_${some(82)}`, plain, plain(`github_pat_${some(81)}`)),
  (some) => one('gitlab-token', `glpat-${some(20)}`, plain, plain(`glpat-${some(19)}`)),
  (some) =>
    one(
      'aws-access-key',
      `AKIA${some(16, BASE32)}`,
      plain,
      plain(`AKIA${some(15, BASE32)}`),
      plain(`AKIA${some(9, BASE32)}EXAMPLE`),
    ),
  (some) =>
    one(
      'aws-secret-key',
      some(40),
      (secret) => `aws_secret_access_key = ${secret}`,
      `aws_secret_access_key = ${some(39)}!`,
      `commit: ${some(40, HEX)}`,
    ),
  (some) => one('gcp-api-key', `AIza${some(35)}`, plain, plain(`AIza${some(34)}`)),
  (some) =>
    one(
      'gcp-service-account',
      some(40, HEX),
      (secret) => `"private_key_id": "${secret}",`,
      `"private_key_id": "${some(39, HEX)}",`,
    ),
  (some) =>
    one(
      'azure-storage-key',
      `${some(86)}==`,
      (secret) => `AccountName=x;AccountKey=${secret};`,
      `AccountName=x;AccountKey=${some(80)};`,
    ),
  (some) => one('azure-client-secret', `${some(3, LOWER)}8Q~${some(34)}`, plain, plain(`${some(3, LOWER)}8Q~${some(20)}`)),
  (some) => one('slack-token', `xoxb-${some(12, DIGITS)}-${some(24)}`, plain, plain(`xoxb-${some(5, DIGITS)}-${some(24)}`)),
  (some) =>
    one(
      'slack-webhook',
      `https://hooks.slack.com/services/T${some(8, UPPER)}/B${some(8, UPPER)}/${some(24)}`,
      plain,
      plain('https://hooks.slack.com/services/'),
    ),
  (some) => one('stripe-key', `sk_live_${some(24)}`, plain, plain(`pk_live_${some(24)}`)),
  (some) => one('npm-token', `npm_${some(36)}`, plain, plain(`npm_${some(20)}`), 'npm_config_registry=1'),
  (some) => one('pypi-token', `pypi-AgEIcHlwaS5vcmc${some(80)}`, plain, plain(`pypi-${some(90)}`)),
  (some) => one('docker-hub-token', `dckr_pat_${some(27)}`, plain, plain(`dckr_pat_${some(26)}`)),
  (some) => one('digitalocean-token', `dop_v1_${some(64, HEX)}`, plain, plain(`dop_v1_${some(63, HEX)}`)),
  (some) => one('sendgrid-key', `SG.${some(22)}.${some(43)}`, plain, plain(`SG.${some(22)}.${some(42)}`)),
  (some) => one('hugging-face-token', `hf_${some(34, UPPER + LOWER)}`, plain, plain(`hf_${some(33, UPPER + LOWER)}`)),
  (some) => one('openai-key', `sk-${some(20)}T3BlbkFJ${some(20)}`, plain, plain(`sk-${some(48)}`)),
  (some) => one('anthropic-key', `sk-ant-api03-${some(93)}AA`, plain, plain(`sk-ant-api03-${some(90)}AA`)),
  (some) => one('shopify-token', `shpat_${some(32, HEX)}`, plain, plain(`shpat_${some(31, HEX)}`)),
  (some) => one('vault-token', `hvs.${some(100)}`, plain, plain(`hvs.${some(40)}`)),
  (some) =>
    one(
      'age-key',
      `AGE-SECRET-KEY-1${some(58, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L')}`,
      plain,
      plain(`AGE-SECRET-KEY-1${some(57, 'QPZRY9X8')}`),
    ),
  (some) =>
    one(
      'jwt',
      jwtOf(some),
      plain,
      plain(`${jwtPart({ typ: 'no algorithm' })}.${jwtPart({ sub: 'x' })}.${some(43)}`),
      plain(jwtOf(some).split('.').slice(0, 2).join('.')),
    ),
  (some) =>
    one(
      'private-key',
      some(64),
      (secret) => `${PEM}\n${secret}\n${some(64)}`,
      PEM,
      `${PEM.replace('PRIVATE', 'PUBLIC')}\n${some(64)}`,
    ),
  (some) =>
    one(
      'password-in-address',
      `p4S${some(16)}`,
      (secret) => `DATABASE=postgres://user:${secret}@db.example/x`,
      `postgres://user:\${PASSWORD}@db/x`,
      'https://host.example:8443/a@b',
    ),
  (some) =>
    one(
      'generic-secret',
      `k7${some(30)}`,
      (secret) => `client_secret: "${secret}"`,
      `client_secret: "\${{ secrets.CLIENT_SECRET }}"`,
      'token = get_token_from_environment()',
      'password: changeme-changeme-1',
    ),
];

/** Made-up secrets of every kind, different for each seed; none of them was ever valid anywhere. */
export function samplesOf(seed: number): readonly Sample[] {
  const random = sequence(seed);
  const some: Some = (count, letters = ALNUM) =>
    Array.from({ length: count }, () => letters[Math.floor(random() * letters.length)]).join('');
  return KINDS.map((kind) => kind(some));
}
