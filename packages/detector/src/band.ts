/**
 * Half the width of a band around an empirical distribution that holds the true one at every size from `first` on, with a
 * probability of at least 1 - alpha (Howard and Ramdas, arXiv 1906.09712: a time-uniform Dvoretzky-Kiefer-Wolfowitz bound).
 */
export function bandWidth(size: number, first: number, alpha: number): number {
  return 0.85 * Math.sqrt((Math.log1p(Math.log(size / first)) + 0.8 * Math.log(1612 / alpha)) / size);
}
