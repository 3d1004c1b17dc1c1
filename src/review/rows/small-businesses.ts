import { INSIDE, MONEY, PEOPLE, POLICY, POLICY_SEEN, ROLES, written } from "./reasons.ts";
import type { Article } from "./row.ts";

export const SMALL_BUSINESSES: Article = {
  title: "Multi-account strategy for small and medium businesses",
  publisher: "AWS Cloud Operations Blog",
  rows: [
    { row: 50, about: "Begin simply, and gain capabilities one after the other", why: "Being small is no fault: `maturity` says what is on, what is off and what comes next." },
    { row: 51, about: "Faults stay in one account; people enter by Identity Center", why: "What reaches from account to account lives inside them." },
    { row: 52, about: "Sandbox, development and production, each guarded differently" },
    { row: 53, about: "Service quotas are managed workload by workload", why: "Quotas of services are held by each account in AWS." },
    { row: 54, about: "It is seen which workload uses what, to save", why: MONEY },
    { row: 55, about: "The foundation grows and recovers with the business", why: "It is a property over time; one file is one moment." },
    { row: 56, about: "An account serves one purpose; more are added when needed" },
    { row: 57, about: "Figure: network, workloads, secure images and operations", why: written("--blueprint smb-starter") },
    { row: 58, about: "Least privilege by account, not by fine-grained policies", why: PEOPLE },
    { row: 59, about: "Spending is tracked by account and in total", why: MONEY },
    { row: 60, about: "Figure: dedicated accounts for logs and for security tooling", why: "Whether logs arrive, and who reads them, is seen in the accounts." },
    { row: 61, about: "Security tooling by delegation, entered by authorized people only", why: "Groups are judged by their names, and findings are in AWS." },
    { row: 62, about: "One sign-in; access follows people who join and leave", why: PEOPLE },
    { row: 63, about: "The same sign-in serves other applications", why: PEOPLE },
    { row: 64, about: "Environments are apart, in OUs that carry their policies" },
    { row: 65, about: "Figure: Security, Infrastructure and OUs for workloads", why: "Which OUs workloads need depends on them; `init --blueprint smb` writes the figure." },
    { row: 66, about: "A strategy for tags" },
    { row: 67, about: "SCPs hold even where a role allows too much", why: POLICY },
    { row: 68, about: "Example: an SCP against foreign Regions", why: POLICY_SEEN },
    { row: 131, about: "SCPs narrow an OU to the services it needs", why: "Which services an OU needs is for people to say; `landfall can` and expectations tell what is left." },
    { row: 132, about: "Resources are listed, classed and repaired from one view", why: INSIDE },
    { row: 133, about: "Recover quickly when something fails", why: "Backups and their restoring live inside accounts." },
    { row: 134, about: "Five steps: accounts, security view, federation, environments, permissions", why: "A step not yet taken is no fault: `maturity` follows the five and names the next." },
    { row: 135, about: "One account for operations and management", why: `${ROLES} \`init --blueprint smb-starter\` writes the account.` },
  ],
};
