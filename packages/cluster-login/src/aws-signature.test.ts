import { describe, expect, it } from '@jest/globals';
import { presignedUrl, signedGet } from './aws-signature.ts';

/** AWS's published test suite for Signature Version 4: https://docs.aws.amazon.com/general/latest/gr/signature-v4-test-suite.html */
const SUITE = { id: 'AKIDEXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const SCOPE = { region: 'us-east-1', service: 'service', nowMs: Date.UTC(2015, 7, 30, 12, 36) };

describe('a signed request', () => {
  it.each<[string, string, string]>([
    ['get-vanilla', 'https://example.amazonaws.com/', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    [
      'get-vanilla-query-order-key-case',
      'https://example.amazonaws.com/?Param2=value2&Param1=value1',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'get-vanilla-query-unreserved',
      'https://example.amazonaws.com/?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
      '9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197',
    ],
  ])('is signed as AWS publishes it: %s', async (_, url, signature) => {
    const { headers } = await signedGet(url, SUITE, SCOPE);
    expect(headers?.['authorization']).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`,
    );
  });
});

describe('a presigned address', () => {
  it('is signed as AWS publishes it for S3', async () => {
    // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
    const keys = { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
    const scope = { region: 'us-east-1', service: 's3', nowMs: Date.UTC(2013, 4, 24) };
    const url = 'https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Expires=86400';
    expect(new URL(await presignedUrl(url, {}, keys, scope)).searchParams.get('X-Amz-Signature')).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  it('counts for the headers that were given, and for no others', async () => {
    const sign = async (name: string): Promise<string> =>
      new URL(await presignedUrl('https://sts.amazonaws.com/?A=1', { 'x-k8s-aws-id': name }, SUITE, SCOPE)).search;
    expect(await sign('shop')).toContain('X-Amz-SignedHeaders=host%3Bx-k8s-aws-id');
    expect(await sign('shop')).not.toBe(await sign('other'));
  });
});
