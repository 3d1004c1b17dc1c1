import { accessChapter } from "./chapters/access.ts";
import { accountManagementChapter } from "./chapters/account-management.ts";
import { accountsChapter, newAccountsChapter, requestsChapter } from "./chapters/accounts.ts";
import { closingChapter, monthsLaterChapter, monthsPassChapter } from "./chapters/closing.ts";
import { delegationChapter } from "./chapters/delegation.ts";
import { invitationsChapter } from "./chapters/invitations.ts";
import { organizationChapter } from "./chapters/organization.ts";
import { parametersChapter } from "./chapters/parameters.ts";
import { policiesChapter } from "./chapters/policies.ts";
import { tagsChapter } from "./chapters/tags.ts";
import { unitsChapter } from "./chapters/units.ts";
import type { Part } from "./step.ts";

/** A minute passes in less than a second, AWS's rates are never met, and the first four days of an account take an hour. */
const PACE = ["--speed", "100"];

/** The life of an organization, in the order in which it is told. How long a call takes must not matter, so the clock has no part in it but where a part says so. */
export const STORY: readonly Part[] = [
  // The first five accounts take hours, two minutes here, so that a sixth one meets them on their way.
  { when: "on the first day", emulator: [...PACE, "--fault", "slow-creation:12000@x5"], chapters: [organizationChapter, unitsChapter, requestsChapter] },
  { when: "within hours", emulator: ["--speed", "3000"], chapters: [newAccountsChapter] },
  {
    when: "on the next day",
    emulator: PACE,
    chapters: [accountsChapter, policiesChapter, tagsChapter, delegationChapter, accessChapter, accountManagementChapter, parametersChapter, invitationsChapter, closingChapter],
  },
  { when: "meanwhile", emulator: ["--speed", "5000000"], chapters: [monthsPassChapter] },
  { when: "in the end", emulator: PACE, chapters: [monthsLaterChapter] },
];
