/** The outputs that only some of the modes have; a mode sets its own over them. */
export const NOT_OF_THIS_MODE = {
  answer: undefined,
  interactions: undefined,
  unknown: undefined,
  deviations: undefined,
  breakingChanges: undefined,
};
