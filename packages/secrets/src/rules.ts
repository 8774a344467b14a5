import type { Rule } from './rule.ts';

/** What may stand before a token: no part of a word, but for the letter of an escaped line break or tab. */
const BEFORE = '(?<=^|[^A-Za-z0-9_-]|\\\\[nrt])';

/** A token with a beginning of its own, of which it has nothing to say but its name, beginning and rest. */
function token(id: string, title: string, words: readonly string[], body: string, entropy = 3): Rule {
  return { id, title, words, pattern: new RegExp(`${BEFORE}(?<secret>${body})(?![A-Za-z0-9_-])`, 'g'), entropy };
}

/** Whether a text is a JSON Web Token: its first part says by which algorithm it is signed (RFC 7515). */
function isJwt(secret: string): boolean {
  try {
    const header = JSON.parse(Buffer.from(secret.split('.')[0] ?? '', 'base64url').toString('utf8')) as { alg?: unknown };
    return typeof header.alg === 'string';
  } catch {
    return false;
  }
}

/** A value that stands after a name which says what it is. */
const named = (names: string, value: string): RegExp =>
  new RegExp(`(?:${names})[\\w.-]{0,20}["']?\\s{0,3}(?:=>|:=|=|:)\\s{0,3}["']?(?<secret>${value})(?=["'\\s;,)]|$)`, 'gim');

const manyKinds = (secret: string): boolean => /\d/.test(secret) && /[A-Za-z]/.test(secret);

/** Tokens that say by themselves what they are, in the forms that their makers publish. */
const TOKENS: readonly Rule[] = [
  token('github-token', 'token of GitHub', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], 'gh[pousr]_[A-Za-z0-9]{36}'),
  token('github-fine-grained-token', 'fine-grained token of GitHub', ['github_pat_'], 'github_pat_[A-Za-z0-9_]{82}'),
  token('gitlab-token', 'token of GitLab', ['glpat-'], 'glpat-[A-Za-z0-9_-]{20}'),
  token('aws-access-key', 'access key of AWS', ['akia', 'asia', 'abia', 'acca'], '(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}'),
  token('gcp-api-key', 'API key of Google Cloud', ['aiza'], 'AIza[A-Za-z0-9_-]{35}', 3.5),
  token('slack-token', 'token of Slack', ['xox'], 'xox[abeprs]-[0-9]{8,14}-[A-Za-z0-9-]{16,120}'),
  token(
    'stripe-key',
    'secret key of Stripe',
    ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_'],
    '(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,99}',
  ),
  token('npm-token', 'token of npm', ['npm_'], 'npm_[A-Za-z0-9]{36}'),
  token('pypi-token', 'token of PyPI', ['pypi-ageichlwas5vcmc'], 'pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,1000}'),
  token('docker-hub-token', 'token of Docker Hub', ['dckr_pat_'], 'dckr_pat_[A-Za-z0-9_-]{27}'),
  token('digitalocean-token', 'token of DigitalOcean', ['dop_v1_', 'doo_v1_', 'dor_v1_'], 'do[por]_v1_[a-f0-9]{64}'),
  token('sendgrid-key', 'key of SendGrid', ['sg.'], 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}'),
  token('hugging-face-token', 'token of Hugging Face', ['hf_'], 'hf_[A-Za-z]{34}'),
  token(
    'openai-key',
    'key of OpenAI',
    ['t3blbkfj'],
    'sk-(?:(?:proj|svcacct|admin)-)?[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74}',
  ),
  token('anthropic-key', 'key of Anthropic', ['sk-ant-'], 'sk-ant-(?:api|admin)\\d\\d-[A-Za-z0-9_-]{93}AA'),
  token('shopify-token', 'token of Shopify', ['shpat_', 'shpca_', 'shppa_', 'shpss_'], 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}'),
  token('vault-token', 'token of Vault', ['hvs.', 'hvb.'], 'hv[sb]\\.[A-Za-z0-9_-]{90,300}', 3.5),
  token('age-key', 'secret key of age', ['age-secret-key-1'], 'AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}'),
  token('azure-client-secret', 'client secret of Microsoft Entra', ['q~'], '[A-Za-z0-9_~.]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}'),
];

/** Secrets that are known by what stands around them. */
const IN_CONTEXT: readonly Rule[] = [
  {
    id: 'aws-secret-key',
    title: 'secret key of AWS',
    words: ['aws', 'secret_access_key', 'secretaccesskey'],
    pattern: named('aws_?-?secret|secret_?access_?key', '[A-Za-z0-9/+]{40}'),
    entropy: 4,
  },
  {
    id: 'gcp-service-account',
    title: 'key of a Google service account',
    words: ['private_key_id'],
    pattern: named('private_key_id', '[0-9a-f]{40}'),
    entropy: 3,
  },
  {
    id: 'azure-storage-key',
    title: 'key of an Azure storage account',
    words: ['accountkey'],
    pattern: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/g,
    entropy: 4,
  },
  {
    id: 'slack-webhook',
    title: 'webhook of Slack',
    words: ['hooks.slack.com'],
    pattern:
      /(?<secret>https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9]{6,14}\/[A-Za-z0-9]{6,20}\/[A-Za-z0-9]{16,60})/g,
    entropy: 3,
  },
  {
    id: 'jwt',
    title: 'JSON Web Token',
    words: ['eyj'],
    pattern: /(?<![\w-])(?<secret>eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,2000})/g,
    entropy: 3,
    check: isJwt,
  },
  {
    id: 'private-key',
    title: 'private key',
    words: ['private key'],
    pattern:
      /-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:\\[rn]|\s){1,4}(?:[\w-]{1,30}: [^\n]{0,200}\n\s{0,2}){0,4}(?<secret>[A-Za-z0-9+/=]{40,})/g,
    entropy: 3,
  },
  {
    id: 'password-in-address',
    title: 'password in an address',
    words: ['://'],
    pattern: /\b[a-z][a-z0-9+.-]{2,20}:\/\/[^\s:/?#@"'`<>]{1,64}:(?<secret>[^\s:/?#@"'`<>$%{}]{8,100})@[\w.-]{1,200}/gi,
    entropy: 2.5,
    check: manyKinds,
  },
  {
    id: 'generic-secret',
    title: 'what is called a secret and looks like one',
    words: [
      'secret',
      'token',
      'passw',
      'api_key',
      'apikey',
      'api-key',
      'credential',
      'auth',
      'accountkey',
      'account_key',
      'access_key',
      'accesskey',
      'access-key',
    ],
    pattern: named('secret|token|passw(?:or)?d|(?:api|account|access)[_-]?key|credential|auth', '[\\w.=+/~-]{16,150}'),
    entropy: 3.7,
    check: (secret) =>
      manyKinds(secret) && !/^(?:[a-z]+[._-])*[a-z]+$/i.test(secret) && !/[./]\w+\(|^[\w-]+\.[\w.-]+\.[a-z]{2,4}$/.test(secret),
  },
];

/** All rules; of two that see the same text, the one that stands first names it. */
export const RULES: readonly Rule[] = [...TOKENS, ...IN_CONTEXT];
