import { randomBinomial, randomGamma, randomNormal, randomPoisson } from 'd3-random';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that comes out the same for the same seed. */
export interface Chance {
  uniform(): number;
  poisson(mean: number): number;
  binomial(count: number, share: number): number;
  gamma(shape: number, scale: number): number;
  /** With the mean 0 and the deviation 1. */
  normal(): number;
}

export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const uniform = (): number => uniformFloat64(generator);
  const poisson = randomPoisson.source(uniform);
  // Its published type leaves out the number of trials.
  const binomial = randomBinomial.source(uniform) as unknown as (count: number, share: number) => () => number;
  const gamma = randomGamma.source(uniform);
  return {
    uniform,
    poisson: (mean) => (mean > 0 ? poisson(mean)() : 0),
    binomial: (count, share) => (count > 0 && share > 0 ? (share >= 1 ? count : binomial(count, share)()) : 0),
    gamma: (shape, scale) => gamma(shape, scale)(),
    normal: randomNormal.source(uniform)(0, 1),
  };
}
