import path from "node:path";
import type { Imported } from "../../importer.ts";
import { folderWith } from "../../lza/testing/configuration.ts";
import { importOrgFormation } from "../org-formation.ts";

/** A template with these resources, two spaces deep, and other files beside it. */
export function importTemplate(resources: string, others: Readonly<Record<string, string>> = {}, top = ""): Promise<Imported> {
  const dir = folderWith({ "acme/organization.yml": `AWSTemplateFormatVersion: 2010-09-09-OC\n${top}Organization:\n${MASTER}${resources}`, ...others });
  return importOrgFormation(path.join(dir, "acme/organization.yml"), "acme/organization.yml");
}

const MASTER = "  Master:\n    Type: OC::ORG::MasterAccount\n    Properties:\n      AccountName: Acme\n";

export const account = (logical: string, name: string, more = ""): string =>
  `  ${logical}:\n    Type: OC::ORG::Account\n    Properties:\n      AccountName: ${name}\n      RootEmail: ${logical.toLowerCase()}@acme.example\n${more}`;

export const ou = (logical: string, name: string, more = ""): string =>
  `  ${logical}:\n    Type: OC::ORG::OrganizationalUnit\n    Properties:\n      OrganizationalUnitName: ${name}\n${more}`;

/** A policy that denies one action on a resource, which may be a function. */
export const scp = (logical: string, name: string, resource = "'*'"): string =>
  `  ${logical}:
    Type: OC::ORG::ServiceControlPolicy
    Properties:
      PolicyName: ${name}
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            Action: [organizations:LeaveOrganization]
            Resource: ${resource}
`;
