import { describe, expect, test } from '@jest/globals';
import { goProblem } from './binaries.ts';
import { isDebian, parsePackages, userProblem } from './requirement.ts';

describe('isDebian', () => {
  test.each(['ID=debian\n', 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', 'ID_LIKE="ubuntu debian"\n'])('accepts %j', (text) => {
    expect(isDebian(text)).toBe(true);
  });
  test.each(['', 'ID=fedora\n', 'ID=alpine\nNAME="not debian"\n'])('refuses %j', (text) => {
    expect(isDebian(text)).toBe(false);
  });
});

test('parsePackages reads installed packages only', () => {
  const list = [
    '||/ Name           Version      Architecture Description',
    '+++-==============-============-============-=====',
    'ii  etcd-server    3.4.23-4+b4  amd64        store',
    'ii  libc6:amd64    2.36-9       amd64        library',
    'rc  prometheus     2.42.0       amd64        removed, configuration left',
  ].join('\n');
  expect([...parsePackages(list)]).toEqual([
    ['etcd-server', '3.4.23-4+b4'],
    ['libc6', '2.36-9'],
  ]);
});

describe('goProblem', () => {
  test('accepts new enough versions', () => {
    expect(goProblem('go version go1.26.8 linux/amd64')).toBeUndefined();
    expect(goProblem('go version go1.30 linux/arm64')).toBeUndefined();
  });
  test('says what was found instead', () => {
    expect(goProblem('go version go1.25.1 linux/amd64')).toContain('go1.25.1');
    expect(goProblem('')).toContain('found: none');
  });
});

test('userProblem lets only root pass', () => {
  expect(userProblem(0)).toBeUndefined();
  expect(userProblem(1000)).toContain('needs root');
});
