import { describe, expect, test } from '@jest/globals';
import { digestOf } from './measure.ts';
import { platformProblem } from './platform.ts';
import { imageNameProblem, parseReference, renderReference, repositoryProblem, tagProblem } from './reference.ts';

describe('an image repository', () => {
  test.each([
    'registry.example.com/shop/order-service',
    'localhost:5000/order-service',
    '127.0.0.1:5000/a/b__c/d.e-f',
    'localhost/x',
    '[::1]:5000/x',
    'Registry.Example.com/x',
  ])('%s is right', (text) => expect(repositoryProblem(text)).toBeUndefined());

  test.each([
    ['', 'does not begin with a registry'],
    ['shop/order-service', 'does not begin with a registry'],
    ['https://registry.example.com/x', 'begins with a scheme'],
    ['registry.example.com/shop/Order', 'capital letters'],
    ['registry.example.com/shop/', 'empty part'],
    ['registry.example.com//x', 'empty part'],
    ['registry.example.com/../x', 'separator'],
    ['registry.example.com/x:1.0', 'names a tag'],
    [`registry.example.com/x@${digestOf('')}`, 'names a digest'],
    ['registry.example.com/x y', 'a character other than'],
    ['registry.example.com/größe', 'a character other than'],
    ['registry.example.com/a___b', 'separator'],
    ['registry.example.com:99999/x', 'not a host'],
    ['user:pass@registry.example.com/x', 'names a digest'],
    ['-bad.example.com/x', 'not a host'],
    [`registry.example.com/${'x'.repeat(300)}`, 'longer than 255'],
  ])('%j is wrong: %s', (text, why) => expect(repositoryProblem(text)?.message).toContain(why));
});

describe('a tag', () => {
  test.each(['latest', 'a3f9c21', '1.0.0_x-y', 'x'.repeat(128)])('%s is right', (text) =>
    expect(tagProblem(text)).toBeUndefined(),
  );
  test.each(['', '.a', '-a', 'a/b', 'a:b', 'é', 'a b', 'a+b', 'x'.repeat(129)])('%j is wrong', (text) =>
    expect(tagProblem(text)?.code).toBe('TAG_MALFORMED'),
  );
});

describe('an image name', () => {
  test('is one part in lower case', () => {
    expect(imageNameProblem('order-service')).toBeUndefined();
    for (const wrong of ['Order', 'a/b', '', '-a', 'a:1', 'x'.repeat(129)])
      expect(imageNameProblem(wrong)?.code).toBe('IMAGE_NAME_MALFORMED');
  });
});

describe('a whole reference', () => {
  test.each(['localhost:5000/a/b', 'localhost:5000/a/b:1', `a.b/c@${digestOf('')}`, `a.b/c:1@${digestOf('')}`])(
    '%s comes back',
    (text) => expect(renderReference(parseReference(text))).toBe(text),
  );
  test('with several mistakes names them all', () => {
    expect(() => parseReference('a.b/C:.x@sha256:1')).toThrow(/capital letters[\s\S]*not a tag[\s\S]*not an image digest/);
  });
});

describe('a platform', () => {
  test.each(['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'windows/amd64'])('%s is right', (text) =>
    expect(platformProblem(text)).toBeUndefined(),
  );
  test.each(['', 'linux', 'amd64', 'linux/x86_64', 'linux/arm/v9', 'linux/amd64/v1/x', 'Linux/amd64'])('%j is wrong', (text) =>
    expect(platformProblem(text)?.code).toBe('PLATFORM_UNKNOWN'),
  );
});
