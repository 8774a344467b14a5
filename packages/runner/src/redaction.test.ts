import { describe, expect, test } from '@jest/globals';
import { Redaction, spellingsOf } from './redaction.ts';

const PEM = '-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEA\nq83vEjRWeJA=\n-----END KEY-----\n';
const SECRETS = ['hunter2-hunter2', 'p"a\\s&s %wörd/+=', PEM, '{"type":"service_account","private_key":"a\\nb-c-d-e-f-g"}'];

const hiding = (...secrets: string[]): Redaction => {
  const redaction = new Redaction();
  for (const secret of secrets) redaction.add(secret);
  return redaction;
};

/** Everything a server or a library may do to a text before it comes back to us. */
const SPELT: Readonly<Record<string, (secret: string) => string>> = {
  'as it is': (secret) => secret,
  'in a query': (secret) => `https://x/?token=${encodeURIComponent(secret)}&y`,
  'in JSON': (secret) => JSON.stringify({ token: secret }),
  'in JSON within JSON': (secret) => JSON.stringify(JSON.stringify({ token: secret })),
  'as basic credentials': (secret) => `Basic ${Buffer.from(`robot:${secret}`).toString('base64')}`,
  'as basic credentials of a longer name': (secret) => `Basic ${Buffer.from(`robots:${secret}`).toString('base64')}`,
  'as base64 for a URL': (secret) => Buffer.from(secret).toString('base64url'),
  'in hexadecimal': (secret) => Buffer.from(secret).toString('hex'),
};

describe.each(SECRETS)('a secret %j', (secret) => {
  test.each(Object.keys(SPELT))('is hidden %s', (name) => {
    const shown = hiding(secret).text(`before ${SPELT[name]?.(secret)} after`);
    expect(shown).toMatch(/^before .*\*\*\*.* after$/s);
    for (const spelling of spellingsOf(secret)) expect(shown).not.toContain(spelling);
  });
});

test('each long line of a secret file is a secret, its short ones are syntax', () => {
  const kubeconfig = 'kind: Config\nusers:\n- user: {token: abcdefghijklmnopqrstuvwxyz}\n';
  expect(hiding(kubeconfig).text('kind: Config has - user: {token: abcdefghijklmnopqrstuvwxyz}')).toBe('kind: Config has ***');
});

test('the longer of two secrets is hidden first, so that no half of it stays', () => {
  expect(hiding('abcdef', 'abcdef-ghi').text('abcdef-ghi abcdef')).toBe('*** ***');
});

test('a secret that was cut off at the end of a message is hidden as far as it goes', () => {
  expect(hiding('hunter2-hunter2-hunter2').text('the server said: hunter2-hunter2-hun')).toBe('the server said: ***');
  expect(hiding('hunter2-hunter2-hunter2').text('hunter2-hunt is here, and hunter2-hu is too short')).toBe(
    '*** is here, and hunter2-hu is too short',
  );
});

test('what is too short to be a secret hides nothing', () => {
  expect(hiding('a', '', ' \n ').text('a banana')).toBe('a banana');
});

test('every text in a value is searched, names of fields too, and nothing else changes', () => {
  const value = { a: ['secret-1', 2, null, true], 'x secret-1': { b: 'the secret-1 here' } };
  expect(hiding('secret-1').value(value)).toEqual({ a: ['***', 2, null, true], 'x ***': { b: 'the *** here' } });
});
