/**
 * Why AWS would not take an e-mail address for a new account, beyond the pattern of its API model.
 * Source: AWS Organizations API Reference, CreateAccount, "The rules for a valid email address".
 */
export function emailProblem(email: string): string | undefined {
  const [local = "", domain = "", ...more] = email.split("@");
  if (more.length > 0 || !email.includes("@")) return "must have one @";
  if (/\P{ASCII}/u.test(email)) return "must be 7-bit ASCII";
  if (local === "" || /[\s"'()[\]:;,\\|%&]/.test(local)) return "has a character that is not allowed before the @";
  if (local.startsWith(".")) return "begins with a dot";
  if (!/^[a-zA-Z0-9.-]+$/.test(domain)) return "has a character that is not allowed after the @";
  if (/^[-.]|[-.]$/.test(domain)) return "has a domain that begins or ends with a hyphen or a dot";
  return domain.includes(".") ? undefined : "has a domain without a dot";
}
