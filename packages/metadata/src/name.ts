/** The input's name as users write it: `errorRateMax` is `error-rate-max`. */
export function inputName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The output's name as users write it; the same rule as for inputs. */
export const outputName = inputName;
