import { describe, expect, test } from '@jest/globals';
import { worldOf } from './memory/world.ts';

const STS = 'https://sts.test/v1/token';
const AUDIENCE = '//iam.test/pools/github';
const INPUTS = { username: 'oauth2accesstoken', 'token-exchange': STS, 'token-audience': AUDIENCE, 'token-scope': 'push' };
const VARIABLES = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://actions.test/id?api=1', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'run-token' };
const CREDENTIALS = { username: 'oauth2accesstoken', password: 'exchanged-secret' };

/** A registry whose password only a token server gives, to the identity that GitHub signed. */
function setUp(answer: (form: URLSearchParams) => { readonly status: number; readonly body: string }) {
  const forms: URLSearchParams[] = [];
  const world = worldOf({
    credentials: CREDENTIALS,
    fault: ({ url, headers, body }) => {
      const { host, searchParams } = new URL(url);
      if (host === 'actions.test') {
        const right = headers?.['authorization'] === 'bearer run-token' && searchParams.get('api') === '1';
        return right
          ? { status: 200, body: JSON.stringify({ value: `identity for ${searchParams.get('audience')}` }) }
          : { status: 401 };
      }
      if (host !== 'sts.test') return undefined;
      const form = new URLSearchParams(String(body));
      forms.push(form);
      return answer(form);
    },
  });
  return { ...world, forms };
}

const granted = { status: 200, body: JSON.stringify({ access_token: CREDENTIALS.password, token_type: 'Bearer' }) };

describe("the job's identity", () => {
  test('is exchanged once for the password of all registries, which is shown nowhere', async () => {
    const { publish, forms } = setUp(() => granted);
    const image = 'registry.test/shop/order-service\nregistry.test/mirror/order-service';
    const { code, written, log } = await publish({}, { inputs: { ...INPUTS, image }, variables: VARIABLES });
    expect(code).toBe(0);
    expect(forms.map((form) => Object.fromEntries(form))).toEqual([
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        audience: AUDIENCE,
        scope: 'push',
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        subject_token: `identity for ${AUDIENCE}`,
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      },
    ]);
    expect(JSON.stringify([written, log.lines])).not.toMatch(/exchanged-secret|identity for|run-token/);
    expect(log.masked).toEqual(expect.arrayContaining([CREDENTIALS.password, `identity for ${AUDIENCE}`]));
  });

  test('that the job does not have is missed in words that say what to grant', async () => {
    const { publish } = setUp(() => granted);
    for (const variables of [{}, { ...VARIABLES, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'old' }]) {
      const { codes, problems } = await publish({}, { inputs: INPUTS, variables });
      expect([codes, problems[0]?.remedy]).toEqual([['OIDC_UNAVAILABLE'], expect.stringContaining('id-token: write')]);
    }
  });

  test('that the token server does not take: its reason is told, without what was sent', async () => {
    const answer = (form: URLSearchParams) => ({
      status: 400,
      body: JSON.stringify({ error: 'invalid_grant', error_description: `not for ${form.get('subject_token')}`, extra: 'x' }),
    });
    const { problems } = await setUp(answer).publish({}, { inputs: INPUTS, variables: VARIABLES });
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['TOKEN_EXCHANGE_REFUSED', 'sts.test did not take the identity of this job (status 400, invalid_grant: not for ***).'],
    ]);
  });

  test.each([
    [{ 'token-exchange': 'http://sts.test/token' }, ['TOKEN_EXCHANGE_MALFORMED']],
    [{ 'token-exchange': 'sts' }, ['TOKEN_EXCHANGE_MALFORMED']],
    [{ password: 'x' }, ['INPUT_CONTRADICTION']],
    [{ 'token-audience': '' }, ['INPUT_CONTRADICTION']],
    [{ username: '' }, ['INPUT_CONTRADICTION']],
  ])('is sent nowhere with %j', async (inputs: Record<string, string>, codes) => {
    const { publish, registry } = setUp(() => granted);
    expect((await publish({}, { inputs: { ...INPUTS, ...inputs }, variables: VARIABLES })).codes).toEqual(codes);
    expect(registry.requests).toEqual([]);
  });
});
