import { DEPLOYMENT_STRATEGY } from "./deployment-strategy.ts";
import { MULTI_ACCOUNT_ARCHITECTURE } from "./multi-account-architecture.ts";
import { ORGANIZATIONAL_UNITS } from "./organizational-units.ts";
import type { Article, Row } from "./row.ts";
import { SMALL_BUSINESSES } from "./small-businesses.ts";

/** The published advice that landfall is built on. */
export const ARTICLES: readonly Article[] = [ORGANIZATIONAL_UNITS, SMALL_BUSINESSES, DEPLOYMENT_STRATEGY, MULTI_ACCOUNT_ARCHITECTURE];

/** Every requirement of every article, by its number. */
export const ROWS: readonly Row[] = ARTICLES.flatMap(({ rows }) => rows).toSorted((one, other) => one.row - other.row);
