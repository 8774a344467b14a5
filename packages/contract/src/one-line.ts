/** A text of somebody else's on one line: a break in it could begin a line that means something where it is shown. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
