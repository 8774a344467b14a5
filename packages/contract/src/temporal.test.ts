import { describe, expect, test } from '@jest/globals';
import { fitsTemporal, isTemporalFormat } from './temporal.ts';

describe('a date or time', () => {
  test.each([
    ['yyyy-MM-dd', '2024-02-29', true],
    ['yyyy-MM-dd', '2023-02-29', false],
    ['yyyy-MM-dd', '1900-02-29', false],
    ['yyyy-MM-dd', '2000-02-29', true],
    ['yyyy-MM-dd', '2024-04-31', false],
    ['yyyy-MM-dd', '2024-13-01', false],
    ['d MMMM yyyy', '9 February 2024', true],
    ['d MMMM yyyy', '30 February 2024', false],
    ['yyyy-DDD', '2024-366', true],
    ['yyyy-DDD', '2023-366', false],
    ['HH:mm:ss', '23:59:60', true],
    ['HH:mm:ss', '24:00:00', false],
    ['kk:mm', '24:00', true],
    ['hh:mm a', '12:30 pm', true],
    ['hh:mm a', '0:30 PM', false],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", '2024-02-09T10:20:30Z', true],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", '2024-02-09T10:20:30+01:00', true],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", '2024-02-09T10:20:30+0100', false],
    ["yyyy-MM-dd'T'HH:mm:ssxxx", '2024-02-09T10:20:30Z', false],
    ["h 'o''clock'", "9 o'clock", true],
    ["yyyy.MM.dd G 'at' HH:mm:ss z", '2024.02.09 AD at 10:20:30 UTC', true],
    ['yyyy-MM-dd', '2024-02-29T10:00', false],
  ])('written as %s: %s', (format, text, fits) => {
    expect(fitsTemporal(format, text)).toBe(fits);
  });

  test.each([
    ['yyyy-MM-dd', true],
    ['yyyy-MM-ddTHH:mm', false],
    ['bogus', false],
    ["'bogus'", true],
  ])('the format %s can be judged by: %s', (format, can) => {
    expect(isTemporalFormat(format)).toBe(can);
  });
});
