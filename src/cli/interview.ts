import type { Answers, Company, Situation } from "../blueprints/index.ts";
import { partitionOfRegion } from "../ids/index.ts";

/** Asks in words; undefined when there will be no answer, after Ctrl-C or at the end of input. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Where the interview came to an end before its last question. */
export class InterviewEnded extends TypeError {
  constructor() {
    super("the interview ended");
  }
}

export type Existing = "nothing" | "organization" | "control-tower" | "files";

/** What flags have answered already. */
export type Given = Partial<Pick<Answers, "name" | "accountEmail" | "homeRegion">> & { readonly regions: readonly string[] };

interface Choice<T extends string> {
  readonly value: T;
  readonly words: string;
}

const EXISTING: readonly Choice<Existing>[] = [
  { value: "nothing", words: "nothing, or one account" },
  { value: "organization", words: "an AWS organization" },
  { value: "control-tower", words: "AWS Control Tower" },
  { value: "files", words: "files of Landing Zone Accelerator, org-formation or AWS Deployment Framework" },
];

const COMPANIES: readonly Choice<Company>[] = [
  { value: "small", words: "a small company that begins with a few accounts" },
  { value: "team", words: "one team with one product" },
  { value: "services", words: "several teams with services of their own" },
  { value: "units", words: "business units under one governance" },
];

export const askExisting = (ask: Ask): Promise<Existing> => askChoice(ask, "What is there already?", EXISTING);

export async function askSituation(ask: Ask): Promise<Situation> {
  const company = await askChoice(ask, "What is it for?", COMPANIES);
  const people = Number(await askText(ask, "How many people will work in AWS?", "5", (text) => (/^[1-9]\d{0,5}$/.test(text) ? undefined : "Type a number.")));
  const stages = await askText(ask, "Which stages come before production? With commas between them", "dev, test", (text) => (namesIn(text).every((name) => STAGE.test(name)) ? undefined : "Type names in small letters, such as dev, test."));
  const regulated = await askYesNo(ask, "Do rules such as HIPAA or PCI DSS hold for some of the data?");
  const sandboxes = await askYesNo(ask, "Do people get accounts of their own to try things out, with a limit on what they spend?");
  const delivery = company === "small" ? false : await askYesNo(ask, "Is delivery governed apart from what it delivers?");
  return { company, people, environments: namesIn(stages), regulated, sandboxes, delivery };
}

const STAGE = /^[a-z][a-z\d-]*$/;
const namesIn = (text: string): string[] => text.split(",").map((name) => name.trim()).filter((name) => name !== "");

/** The answers that blueprints are filled in with. */
export async function askAnswers(ask: Ask, given: Given): Promise<Pick<Answers, "name" | "accountEmail" | "homeRegion" | "regions">> {
  const name = given.name ?? (await askText(ask, "What is the organization called, in small letters?", "acme", (text) => (/^[a-z\d]+(-[a-z\d]+)*$/.test(text) ? undefined : "Use small letters, digits and hyphens.")));
  const accountEmail = given.accountEmail ?? (await askText(ask, "Which e-mail address does an account get? {account} becomes its key", `aws+{account}@${name}.example`, (text) => (/^[^@\s]*\{account\}[^@\s]*@[^@\s]+\.[^@\s]+$/.test(text) ? undefined : "Type a rule with {account} before the @.")));
  const homeRegion = given.homeRegion ?? (await askText(ask, "Which Region is its home?", "eu-west-1", whyNoRegion));
  // Services without a Region of their own work from one Region of the partition.
  const global = partitionOfRegion(homeRegion)?.organizationsRegion ?? homeRegion;
  const others = given.regions.length > 0 ? given.regions : namesIn(await askText(ask, "Which other Regions are used? With commas between them", global, (text) => namesIn(text).map(whyNoRegion).find((why) => why !== undefined)));
  return { name, accountEmail, homeRegion, regions: [...new Set([homeRegion, ...others])] };
}

const whyNoRegion = (text: string): string | undefined => (/^[a-z]{2}(-[a-z]+)+-\d$/.test(text) ? undefined : "Type the code of a Region, such as eu-west-1.");

async function askChoice<T extends string>(ask: Ask, question: string, choices: readonly Choice<T>[]): Promise<T> {
  const lines = choices.map(({ words }, index) => `  ${index + 1}  ${words}`);
  const typed = await askText(ask, [question, ...lines, "Type a number"].join("\n"), "1", (text) => (choices[Number(text) - 1] === undefined ? `Type a number from 1 to ${choices.length}.` : undefined));
  const chosen = choices[Number(typed) - 1];
  if (chosen === undefined) throw new RangeError(`no choice ${typed}`);
  return chosen.value;
}

const askYesNo = async (ask: Ask, question: string): Promise<boolean> =>
  (await askText(ask, `${question} yes or no`, "no", (text) => (/^(?:y|yes|n|no)$/i.test(text) ? undefined : "Type yes or no."))).toLowerCase().startsWith("y");

/** Asks until the answer can be used; an empty one is the default. */
async function askText(ask: Ask, question: string, byDefault: string, mistakeIn: (text: string) => string | undefined): Promise<string> {
  for (let hint = ""; ; ) {
    const typed = await ask(`${hint}${question} [${byDefault}]: `);
    if (typed === undefined) throw new InterviewEnded();
    const text = typed.trim() === "" ? byDefault : typed.trim();
    const mistake = mistakeIn(text);
    if (mistake === undefined) return text;
    hint = `${mistake}\n`;
  }
}
