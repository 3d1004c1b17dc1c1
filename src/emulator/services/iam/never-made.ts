import type { Constraint, Operation } from "../../operation.ts";
import { EXISTING_USER_NAME, PAGE, PATH_PREFIX, USER_NAME } from "./constraints.ts";
import { accountOf, operation } from "./operation.ts";
import { findUser } from "./stored.ts";

/**
 * Lists of what nobody can make here, because the emulator refuses to: they are empty, as they are in an account where
 * nobody did. Programs that clean up ask for them.
 */
const listOfNothing = (name: string, member: string, input: Readonly<Record<string, Constraint>>): Operation<{ UserName?: string }, object> =>
  operation<{ UserName?: string }>({
    name,
    input: { ...input, ...PAGE },
    errors: "UserName" in input ? ["NoSuchEntity"] : [],
    run(call, { UserName }) {
      if (UserName !== undefined) findUser(call.world, accountOf(call), UserName);
      return { [member]: [], IsTruncated: false };
    },
  });

export const neverMadeOperations = [
  listOfNothing("ListMFADevices", "MFADevices", { UserName: EXISTING_USER_NAME }),
  listOfNothing("ListVirtualMFADevices", "VirtualMFADevices", { AssignmentStatus: { values: ["Assigned", "Unassigned", "Any"] } }),
  listOfNothing("ListSigningCertificates", "Certificates", { UserName: EXISTING_USER_NAME }),
  listOfNothing("ListSSHPublicKeys", "SSHPublicKeys", { UserName: USER_NAME }),
  listOfNothing("ListServerCertificates", "ServerCertificateMetadataList", { PathPrefix: PATH_PREFIX }),
  listOfNothing("ListServiceSpecificCredentials", "ServiceSpecificCredentials", { UserName: USER_NAME }),
];
