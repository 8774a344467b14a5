/** The forms in which a scan can be written down. */
export const FORMATS = ['json', 'sarif', 'markdown', 'html', 'junit', 'table'] as const;

/** One of the forms. */
export type Format = (typeof FORMATS)[number];
