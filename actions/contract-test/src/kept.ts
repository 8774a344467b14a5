/** Says whose contracts are kept beside those that are broken; nothing where there are none. */
export const keptSentence = (consumers: readonly string[]): string =>
  consumers.length > 0 ? ` It keeps the contract with ${consumers.join(', ')}.` : '';
