import type { AccessModel, Grant, HumanPaths, Separation, Trend, Unused } from "../../access/index.ts";
import { clean } from "../clean.ts";
import { enveloped } from "../json.ts";
import { hang } from "../layout.ts";
import { paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { sourceJson } from "./can-json.ts";
import { grantSections } from "./isolation-grants.ts";
import { limitLines, peopleLines, separationLines, trendLines, unusedLines } from "./isolation-parts.ts";
import { sourceLines } from "./source.ts";
import type { AccessSource } from "./told.ts";

export interface IsolationScreen {
  readonly grants: readonly Grant[];
  readonly model: AccessModel;
  readonly source: AccessSource;
  readonly separation: Separation;
  readonly people: HumanPaths;
  /** With the days without use from which on a role is proposed to be taken away. */
  readonly unused: Unused & { readonly afterDays: number };
  /** With the name and the day of what it is compared with. */
  readonly trend?: Trend & { readonly since: string };
  /** How many policies of resources were told. */
  readonly resourcesTold: number;
  /** Kinds of grants that the source does not tell of. */
  readonly notRead: readonly string[];
}

/** How accounts are kept apart, every way across them with its purpose, other ways for people, and what could go. */
export function isolationHuman({ grants, model, source, separation, people, unused, trend, resourcesTold, notRead }: IsolationScreen, style: Style): string {
  const title = paint(style, "bold", `${count(grants.length, "way")} across accounts`);
  const unread = notRead.flatMap((text) => hang("Not read: ", clean(style, text), style));
  const parts = [
    [title],
    separationLines(separation, model, style),
    ...grantSections(grants, model, style),
    unstated(grants, style),
    peopleLines(people, model, style),
    unusedLines(unused, unused.afterDays, model, style),
    trend === undefined ? [] : trendLines(trend, trend.since, style),
    [...unread, ...limitLines(resourcesTold, style), ...sourceLines(source, style)],
  ];
  return `${parts.filter((part) => part.length > 0).map((part) => part.join("\n")).join("\n\n")}\n`;
}

function unstated(grants: readonly Grant[], style: Style): string[] {
  const without = grants.filter(({ purpose }) => purpose === undefined).length;
  if (without === 0) return [];
  return hang("", `Nobody has said what ${count(without, "way")} ${without === 1 ? "is" : "are"} for. Say it in the organization file: the description of the role, the group or the permission set; of the delegation policy, the Sid; of a resource, its purpose beside its policy. A role that the file does not have can say it in its tag "purpose".`, style, "warning");
}

/** The same as `landfall.isolation/1`, with every account named. */
export function isolationJson({ grants, source, separation, people, unused, trend, resourcesTold, notRead }: Omit<IsolationScreen, "model">, tool: string): string {
  const keys = (accounts: readonly { readonly key: string }[]): string[] => accounts.map(({ key }) => key);
  const ways = grants.map(({ to, decided, sources, uses, ...grant }) => ({
    ...grant,
    sources: typeof sources === "string" ? sources : keys(sources),
    to: to === "organization" ? to : keys(to),
    ...(uses === undefined ? {} : { uses: uses.map(({ account, ...one }) => ({ account: account.key, ...one })) }),
    decided: decided.map(({ account, ...one }) => ({ account: account.key, ...one })),
  }));
  return enveloped({ format: "landfall.isolation/1", tool }, {
    grants: ways,
    separation: { ...separation, rolesNotKnown: keys(separation.rolesNotKnown), resourcesNotKnown: keys(separation.resourcesNotKnown) },
    people: { paths: people.paths.map(({ accounts, ...path }) => ({ ...path, accounts: keys(accounts) })), unknown: people.unknown.map(({ what, accounts }) => ({ what, accounts: keys(accounts) })) },
    unused: { ...unused, ways: unused.ways.map(({ account, ...way }) => ({ ...way, account: account.key })) },
    ...(trend === undefined ? {} : { trend }),
    resourcesTold,
    notRead,
    source: sourceJson(source),
  });
}
