import type { Call } from "../../operation.ts";
import { ARN, required, ROLE_NAME, USER_NAME } from "./constraints.ts";
import { invalidInput, noSuchEntity } from "./errors.ts";
import { findManagedPolicy } from "./managed-policies.ts";
import { accountOf, operation } from "./operation.ts";
import { findOwnRole, findUser, putRole, putUser } from "./stored.ts";

/** The ARN of a policy that may be a boundary: of AWS, or of the account itself. */
export function boundaryNamed({ world, principal }: Call, arn: string): string {
  if (!/^arn:aws:iam::(\d{12}|aws):policy\//.test(arn)) throw invalidInput(`ARN ${arn} is not valid.`);
  findManagedPolicy(world, principal.accountId, arn, (absent) => noSuchEntity(`Scope ARN: ${absent} does not exist or is not attachable.`));
  return arn;
}

export const describeBoundary = (arn: string | undefined) => (arn === undefined ? undefined : { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: arn });

const putUserBoundary = operation<{ UserName: string; PermissionsBoundary: string }>({
  name: "PutUserPermissionsBoundary",
  input: { UserName: required(USER_NAME), PermissionsBoundary: required(ARN) },
  errors: ["NoSuchEntity", "NotImplemented"],
  run(call, input) {
    const user = findUser(call.world, accountOf(call), input.UserName);
    putUser(call.world, accountOf(call), { ...user, boundary: boundaryNamed(call, input.PermissionsBoundary) });
    return {};
  },
});

const deleteUserBoundary = operation<{ UserName: string }>({
  name: "DeleteUserPermissionsBoundary",
  input: { UserName: required(USER_NAME) },
  errors: ["NoSuchEntity"],
  run(call, input) {
    const { boundary, ...user } = findUser(call.world, accountOf(call), input.UserName);
    if (boundary === undefined) throw noSuchEntity(`The user with name ${input.UserName} has no permissions boundary.`);
    putUser(call.world, accountOf(call), user);
    return {};
  },
});

const putRoleBoundary = operation<{ RoleName: string; PermissionsBoundary: string }>({
  name: "PutRolePermissionsBoundary",
  input: { RoleName: required(ROLE_NAME), PermissionsBoundary: required(ARN) },
  errors: ["NoSuchEntity", "NotImplemented", "UnmodifiableEntity"],
  run(call, input) {
    const role = findOwnRole(call.world, accountOf(call), input.RoleName);
    putRole(call.world, accountOf(call), { ...role, boundary: boundaryNamed(call, input.PermissionsBoundary) });
    return {};
  },
});

const deleteRoleBoundary = operation<{ RoleName: string }>({
  name: "DeleteRolePermissionsBoundary",
  input: { RoleName: required(ROLE_NAME) },
  errors: ["NoSuchEntity", "UnmodifiableEntity"],
  run(call, input) {
    const { boundary, ...role } = findOwnRole(call.world, accountOf(call), input.RoleName);
    if (boundary === undefined) throw noSuchEntity(`The role with name ${input.RoleName} has no permissions boundary.`);
    putRole(call.world, accountOf(call), role);
    return {};
  },
});

export const boundaryOperations = [putUserBoundary, deleteUserBoundary, putRoleBoundary, deleteRoleBoundary];
