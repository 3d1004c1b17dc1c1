import { type Chapter, organizations } from "../step.ts";

export const organizationChapter: Chapter = {
  title: "An organization begins",
  steps: [
    organizations("there is none", "describe-organization", { fails: "AWSOrganizationsNotInUseException" }),
    organizations("one for billing only is created", "create-organization --feature-set CONSOLIDATED_BILLING", { 
      gives: { Organization: { FeatureSet: "CONSOLIDATED_BILLING", AvailablePolicyTypes: [] } },
      keeps: { management: "Organization.MasterAccountId" },
      moto: { differs: "has policies in an organization for billing only", in: ["AvailablePolicyTypes"] },
    }),
    organizations("it has one root", "list-roots", { gives: { Roots: [{ Name: "Root", PolicyTypes: [] }] }, keeps: { root: "Roots.0.Id" } }),
    organizations("it has no policies", "enable-policy-type --root-id {root} --policy-type SERVICE_CONTROL_POLICY", {
      fails: "PolicyTypeNotAvailableForOrganizationException",
      moto: { lacks: "enables a policy type in an organization for billing only" },
    }),
    organizations("all features are asked for", "enable-all-features", {
      gives: { Handshake: { Action: "ENABLE_ALL_FEATURES", State: "REQUESTED" } },
      keeps: { features: "Handshake.Id" },
      moto: { lacks: "enable-all-features" },
    }),
    organizations("nobody was invited, so that the management account has the last word", "accept-handshake --handshake-id {features}", { gives: { Handshake: { State: "ACCEPTED" } } }),
    organizations("now it has all features", "describe-organization", { gives: { Organization: { FeatureSet: "ALL" } }, moto: { lacks: "enable-all-features" } }),
    organizations("it is deleted", "delete-organization", { gives: {} }),
    organizations("another one is created, with all features", "create-organization", { gives: { Organization: { FeatureSet: "ALL" } }, keeps: { organization: "Organization.Id", management: "Organization.MasterAccountId" } }),
    organizations("an account is in one at most", "create-organization", { fails: "AlreadyInOrganizationException", moto: { lacks: "lets an account create one organization after another" } }),
    organizations("it has a root of its own", "list-roots", { keeps: { root: "Roots.0.Id" } }),
    organizations("the management account is its only one", "list-accounts", {
      gives: { Accounts: [{ Id: "{management}", Status: "ACTIVE", JoinedMethod: "INVITED" }] },
      moto: { differs: "says that the management account was created" },
    }),
  ],
};
