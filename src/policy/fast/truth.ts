/** Three-valued truth in an order: "and" is the least, "or" the greatest, "not" is `YES - truth`. */
export type Truth = 0 | 1 | 2;
export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;

export const not = (truth: Truth): Truth => (YES - truth) as Truth;
export const both = (a: Truth, b: Truth): Truth => (a < b ? a : b);
export const either = (a: Truth, b: Truth): Truth => (a > b ? a : b);
