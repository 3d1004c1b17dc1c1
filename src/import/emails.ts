import type { Place } from "../diagnostics/index.ts";
import { ORGANIZATIONS_QUOTAS } from "../limits/index.ts";
import type { Tally } from "./tally.ts";

/** One account's e-mail address as the configuration has it. */
export interface StatedEmail {
  readonly account: string;
  readonly key: string;
  readonly text: string;
  readonly place: Place;
}

/**
 * An address that AWS takes for an account: 6 to 64 ASCII characters, without blanks and `"'()<>[]:;,|%&`.
 * Source: Organizations API Reference, CreateAccount, `Email`.
 */
export function isEmail(text: string): boolean {
  const { emailMinLength, emailMaxLength } = ORGANIZATIONS_QUOTAS;
  return text.length >= emailMinLength && text.length <= emailMaxLength && /^[\w.!#$*/=?^`{}~+-]+@[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/i.test(text)
    && !/\{\{|^\.|\.@|\.\./.test(text);
}

export interface Emails {
  /** The addresses to state, by account key; the others are made by `rule`. */
  readonly byKey: ReadonlyMap<string, string>;
  readonly rule?: string;
}

/**
 * Keeps the addresses that AWS takes. Samples write `<audit>@example.com  <----- UPDATE EMAIL ADDRESS`: such an account,
 * and one whose address another account has already, gets its address by the organization's rule, with a note.
 */
export function settleEmails(stated: readonly StatedEmail[], management: string | undefined, tally: Tally): Emails {
  const byKey = new Map<string, string>();
  const owners = new Map<string, string>();
  if (management !== undefined && isEmail(management)) owners.set(management.toLowerCase(), "the management account");
  const byRule: { email: StatedEmail; why: string }[] = [];
  for (const email of stated) {
    const owner = owners.get(email.text.toLowerCase());
    if (!isEmail(email.text)) {
      byRule.push({ email, why: email.text === "" ? "the configuration states no e-mail address" : `AWS cannot take the e-mail address \`${email.text}\`` });
    } else if (owner === undefined) {
      owners.set(email.text.toLowerCase(), `the account ${email.account}`);
      byKey.set(email.key, email.text);
    } else {
      byRule.push({ email, why: `${email.text} is the address of ${owner} already` });
    }
  }
  if (byRule.length === 0) return { byKey };
  const domain = domainOf([...byKey.values()], byRule.map(({ email }) => email.text));
  const rule = `aws+{account}@${domain}`;
  for (const { email, why } of byRule) {
    const made = addressFor(email.key, domain, owners);
    if (made !== rule.replace("{account}", email.key)) byKey.set(email.key, made);
    owners.set(made.toLowerCase(), `the account ${email.account}`);
    tally.note(`Account ${email.account}: ${why}. It gets ${made}; correct it, or \`accountEmail\`, before you apply.`, email.place);
  }
  return { byKey, rule };
}

/** The most frequent domain of the good addresses, or else of what was meant by the bad ones. */
function domainOf(good: readonly string[], bad: readonly string[]): string {
  const counts = new Map<string, number>();
  const meant = bad.flatMap((text) => /@((?:[a-z\d-]+\.)+[a-z]{2,})/i.exec(text)?.[1]?.toLowerCase() ?? []);
  for (const domain of good.length > 0 ? good.map((email) => email.slice(email.indexOf("@") + 1).toLowerCase()) : meant) {
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "example.com";
}

/** The rule's address, or the nearest one that is free and not too long. */
function addressFor(key: string, domain: string, owners: ReadonlyMap<string, string>): string {
  const room = ORGANIZATIONS_QUOTAS.emailMaxLength - `aws+@${domain}`.length;
  for (let n = 1; ; n++) {
    const tail = n === 1 ? "" : `-${n}`;
    const made = `aws+${key.slice(0, Math.max(1, room - tail.length))}${tail}@${domain}`;
    if (!owners.has(made.toLowerCase())) return made;
  }
}
