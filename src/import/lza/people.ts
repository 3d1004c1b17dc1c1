import type { Diagnostic } from "../../diagnostics/index.ts";
import type { Partition } from "../../ids/index.ts";
import type { OrganizationDraft } from "../draft.ts";
import type { ImportedFile } from "../importer.ts";
import type { Tally } from "../tally.ts";
import { memberOf, type YamlNode } from "../yaml-node.ts";
import { readAssignments } from "./assignments.ts";
import type { Targets } from "./attachments.ts";
import { IamPolicies } from "./iam-policies.ts";
import { readPermissionSets } from "./permission-sets.ts";
import type { DocumentSources } from "./policy-document.ts";
import { readRoles } from "./roles.ts";

interface Sources {
  readonly targets: Targets;
  readonly documents: DocumentSources;
  readonly partition: Partition;
}

interface CarriedPeople {
  readonly declared: Pick<OrganizationDraft, "permissionSets" | "assignments" | "roles">;
  readonly files: readonly ImportedFile[];
}

/** What iam-config.yaml says of people, roles and their policies. */
export function readPeople(iam: YamlNode | undefined, { targets, documents, partition }: Sources, tally: Tally, problems: Diagnostic[]): CarriedPeople {
  const policies = new IamPolicies(iam, documents, tally, problems);
  const center = memberOf(iam, "identityCenter");
  const sets = readPermissionSets(center, policies, tally, problems);
  const assignments = readAssignments(center, sets, targets, tally, problems);
  const roles = readRoles(iam, { targets, policies, partition }, tally, problems);
  policies.settle();
  return { declared: { permissionSets: sets.sets, assignments, roles }, files: policies.files };
}
