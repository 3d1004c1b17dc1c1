import { proveExpectations } from "../../../../src/access/index.ts";
import { ACME } from "../../../../src/access/testing/acme.ts";
import type { Organization } from "../../../../src/organization/index.ts";
import { loadCatalog } from "../../../../src/policy/index.ts";
import { expectationsHuman, type Style, type TellStatement } from "../../../../src/report/index.ts";

const EXPECTATIONS: NonNullable<Organization["expectations"]> = {
  "nobody makes users in production": { cannot: ["iam:CreateUser"], ous: ["Workloads/Prod"] },
  "nobody makes users at all": { because: "People sign in through Identity Center.", cannot: ["iam:CreateUser"], ous: ["Workloads"] },
  "pipelines deploy": { who: ["role/deploy"], can: ["s3:PutObject"], ous: ["Workloads"] },
  "auditors only look": { who: ["permission-set/Reader"], cannot: ["s3:DeleteObject"], accounts: ["log-archive"] },
  "nobody \u001B[2J reaches production": { isolated: ["Workloads/Dev", "Workloads/Prdo"] },
};

const catalog = await loadCatalog();
const resultsOf = (names: readonly string[]) => proveExpectations({ ...ACME, expectations: Object.fromEntries(names.flatMap((name) => (EXPECTATIONS[name] === undefined ? [] : [[name, EXPECTATIONS[name]]]))) }, catalog).results;
const tell: TellStatement = ({ policy }) => ({ policy });
const screen = (names: readonly string[]) => {
  const results = resultsOf(names);
  return (style: Style): string => expectationsHuman({ results, tell, file: "landfall.config.ts" }, style);
};

/** What `landfall test` shows. */
export const EXPECTATION_SCREENS: readonly { readonly name: string; readonly draw: (style: Style) => string }[] = [
  { name: "test-holds", draw: screen(["nobody makes users in production", "pipelines deploy"]) },
  { name: "test-fails", draw: screen(Object.keys(EXPECTATIONS)) },
];
