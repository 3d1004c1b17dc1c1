import type { Diagnostic } from "../../diagnostics/index.ts";
import { BUDGET_QUOTAS } from "../../limits/index.ts";
import { type Budget, type BudgetNotice, type BudgetPeriod, BUDGET_PERIODS } from "../../organization/index.ts";
import type { Refusal } from "../document-refusal.ts";
import { type Fates, type KeyFate, settleKeys } from "../settle-keys.ts";
import { itemsOf, mapping } from "../shape.ts";
import type { Tally } from "../tally.ts";
import { isFalse, isTrue, memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import type { Targets } from "./attachments.ts";
import { placesOf, targetMember, type Target, targetsOf } from "./targets.ts";

/** Of the costs that a budget counts, AWS's default holds. Source: AWS Budgets API Reference, CostTypes. */
const counted = (holds: (value: YamlNode) => boolean): KeyFate => ({ why: "a budget of the organization file counts costs as AWS does by itself", holds });
const BUDGET_KEYS: Fates = {
  name: "read", amount: "read", type: "read", timeUnit: "read", unit: "read", notifications: "read", deploymentTargets: "read",
  ...Object.fromEntries(["includeUpfront", "includeTax", "includeSupport", "includeSubscription", "includeRecurring", "includeOtherSubscription", "includeDiscount", "includeCredit", "includeRefund"].map((key) => [key, counted(isTrue)])),
  useBlended: counted(isFalse),
  useAmortized: counted(isFalse),
  "*": { why: "neither LZA nor landfall knows this key" },
};
const REPORTS_KEYS: Fates = { budgets: "read", "*": { why: "the organization file has no cost reports yet" } };

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

export function readBudgets(global: YamlNode | undefined, targets: Targets, tally: Tally, problems: Diagnostic[]): ReadonlyMap<string, Budget> {
  const budgets = new Map<string, Budget>();
  const reports = memberOf(global, "reports");
  settleKeys(reports, "reports", REPORTS_KEYS, tally);
  for (const item of itemsOf(reports, "budgets", problems)) {
    const name = textOf(mapping(item, "A budget", problems), "name") ?? "";
    const finding = tally.find("budget", name === "" ? "(without a name)" : name, memberOf(item, "name")?.place ?? item.place);
    const places = targetsOf(targetMember(item), targets, problems);
    const budget = refusalOf(name, budgets, places) ?? budgetOf(item, places, problems);
    if ("why" in budget) {
      finding.leave(budget.why, budget.hint);
      continue;
    }
    finding.carry();
    budgets.set(name, budget);
    settleKeys(item, name, BUDGET_KEYS, tally);
    for (const one of itemsOf(item, "notifications", problems)) {
      if (noticeOf(one) === undefined) tally.find("setting", `${name}: notification: ${textOf(one, "type") ?? ""}`, one.place).leave("a budget of the organization file tells people at an e-mail address, when a percentage is passed");
    }
  }
  return budgets;
}

function refusalOf(name: string, budgets: ReadonlyMap<string, Budget>, places: readonly Target[]): Refusal | undefined {
  if (budgets.has(name)) return { why: "a budget of that name stands above" };
  if (!/^[^:\\]+$/.test(name) || name.length > BUDGET_QUOTAS.nameLength) return { why: "AWS does not take its name" };
  const lost = places.flatMap(({ why }) => (why === undefined ? [] : [why]));
  if (lost.length > 0) return { why: `not all of its accounts are carried: ${lost.join("; ")}` };
  return places.length === 0 ? { why: "it names no accounts" } : undefined;
}

function budgetOf(item: YamlNode, places: readonly Target[], problems: Diagnostic[]): Budget | Refusal {
  const amount = Number(textOf(item, "amount"));
  const period = (textOf(item, "timeUnit") ?? "MONTHLY").toLowerCase() as BudgetPeriod;
  const type = textOf(item, "type") ?? "COST";
  const unit = textOf(item, "unit") ?? "USD";
  if (type !== "COST") return { why: `it counts ${type}, and the organization file's budgets count costs` };
  if (!BUDGET_PERIODS.includes(period)) return { why: `it runs ${period}, which the organization file's budgets do not` };
  if (unit !== "USD" && unit !== "CNY") return { why: `its unit is ${unit}` };
  if (!(amount > 0)) return { why: "its amount is not above zero" };
  const named = placesOf(places);
  const notices = mergedNotices(itemsOf(item, "notifications", problems).flatMap((one) => noticeOf(one) ?? []));
  // LZA makes the budget in each account: it counts what that account spends. In the management account that is all.
  const whole = named.ous === undefined && named.accounts?.length === 1 && named.accounts[0] === "management";
  const each = (named.accounts?.length ?? 0) + (named.ous?.length ?? 0) > 1 || named.ous !== undefined;
  return { amount, ...(unit === "USD" ? {} : { unit }), ...(period === "monthly" ? {} : { period }), ...(whole ? {} : named), ...(each ? { perAccount: true } : {}), notify: notices };
}

function noticeOf(node: YamlNode): BudgetNotice | undefined {
  const at = Number(textOf(node, "threshold"));
  const type = textOf(node, "type");
  const emails = [textOf(node, "address"), ...itemsOf(node, "recipients", []).map((each) => (each.kind === "scalar" ? each.text : undefined))].filter((email) => email !== undefined && EMAIL.test(email)) as string[];
  const plain = textOf(node, "thresholdType") === "PERCENTAGE" && textOf(node, "comparisonOperator") === "GREATER_THAN" && textOf(node, "subscriptionType") === "EMAIL";
  if (!plain || !(at > 0) || emails.length === 0 || (type !== "ACTUAL" && type !== "FORECASTED")) return undefined;
  return { at, kind: type === "ACTUAL" ? "actual" : "forecast", emails };
}

/** LZA states an address at a time; one notice tells all of them. */
function mergedNotices(notices: readonly BudgetNotice[]): BudgetNotice[] {
  const merged = new Map<string, BudgetNotice>();
  for (const notice of notices) {
    const key = `${notice.kind} ${notice.at}`;
    merged.set(key, { ...notice, emails: [...new Set([...(merged.get(key)?.emails ?? []), ...notice.emails])] });
  }
  return [...merged.values()];
}
