import { detection } from "../detection.ts";
import { denied, WHO, works } from "../proof.ts";

const GRAPH = "arn:aws:detective:eu-central-1:111111111111:graph:0123456789abcdef0123456789abcdef";

export const protectDetective = detection({
  name: "protect-detective",
  title: "Nobody inside an account takes it out of Detective's graph",
  reason: "The graph is what an investigation looks at, and what was never recorded cannot be looked at later.",
  source: 'Detective Administration Guide, "Managing accounts with AWS Organizations"',
  sid: "DetectiveGoesOn",
  actions: ["detective:DisassociateMembership"],
  leaves: ["Members of an organization's graph cannot leave it anyway; the list also holds for graphs by invitation."],
  proof: [
    denied("an administrator cannot leave a graph", "detective:DisassociateMembership", GRAPH),
    denied("nor can the root user", "detective:DisassociateMembership", GRAPH, { principal: WHO.root }),
    works("the account that administers it for all manages its members", "detective:DeleteMembers", GRAPH),
    works("people search the graph", "detective:SearchGraph", GRAPH),
    works("an investigation is started", "detective:StartInvestigation", GRAPH),
    works("the baseline sets it up", "detective:UpdateDatasourcePackages", GRAPH, { principal: WHO.stackSets }),
  ],
});
