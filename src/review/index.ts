export { review } from "./review.ts";
export { type RestReview, reviewRest } from "./rest/rest.ts";
export type { Finding, Rule } from "./rule.ts";
export { ARTICLES, ROWS } from "./rows/index.ts";
export type { Article, Row } from "./rows/row.ts";
export { RULES } from "./rules/index.ts";
export { type Subject, subjectOf, type Target } from "./subject.ts";
export { type Maturity, maturityOf } from "./maturity/index.ts";
