import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import { arnOf } from "./arns.ts";
import { detachEverything } from "./attached.ts";
import { PAGE, PARENT, required, TAGS, UNIT, UNIT_NAME } from "./constraints.ts";
import { constraintViolation, duplicateUnit, parentNotFound, unitNotEmpty, unitNotFound } from "./errors.ts";
import { findParent, lineage, pathOf } from "./nodes.ts";
import type { OrganizationCall } from "./operation.ts";
import { operation } from "./operation.ts";
import type { PageInput } from "./page.ts";
import { page } from "./page.ts";
import type { OrganizationRecord, Tag, UnitRecord } from "./state.ts";
import { accountsOf, allUnits, nextRow, tagsTable, unitNameKey, unitNamesTable, unitsOf, unitsTable } from "./state.ts";
import { checkTags, putTags } from "./tags.ts";

function describe(world: World, organization: OrganizationRecord, unit: UnitRecord) {
  return { Id: unit.id, Arn: arnOf(organization, "ou", unit.id), Name: unit.name, Path: pathOf(world, organization, unit.id) };
}

function findUnit(call: OrganizationCall, id: string): UnitRecord {
  const unit = unitsTable(call.world).get(id);
  if (unit?.organizationId !== call.organization.id) throw unitNotFound();
  return unit;
}

/** Unconfirmed: whether AWS compares the names of siblings without case; here they are compared as they are. */
function refuseDuplicate(world: World, parentId: string, name: string, self?: string): void {
  const owner = unitNamesTable(world).get(unitNameKey(parentId, name));
  if (owner !== undefined && owner !== self) throw duplicateUnit();
}

function putUnit(world: World, unit: UnitRecord): void {
  unitsTable(world).put(unit.id, unit);
  unitNamesTable(world).put(unitNameKey(unit.parentId, unit.name), unit.id);
}

export function forgetUnit(world: World, unit: UnitRecord): void {
  detachEverything(world, unit.organizationId, unit.id);
  tagsTable(world).delete(unit.id);
  unitsOf(world, unit.parentId).delete(unit.id);
  allUnits(world, unit.organizationId).delete(unit.id);
  unitNamesTable(world).delete(unitNameKey(unit.parentId, unit.name));
  unitsTable(world).delete(unit.id);
}

const createOrganizationalUnit = operation<{ ParentId: string; Name: string; Tags?: readonly Tag[] }, object>({
  name: "CreateOrganizationalUnit",
  callers: "management",
  input: { ParentId: required(PARENT), Name: required(UNIT_NAME), ...TAGS },
  errors: [
    "ConstraintViolationException.MAX_TAG_LIMIT_EXCEEDED", "ConstraintViolationException.OU_DEPTH_LIMIT_EXCEEDED",
    "ConstraintViolationException.OU_NUMBER_LIMIT_EXCEEDED", "DuplicateOrganizationalUnitException", "InvalidInputException.DUPLICATE_TAG_KEY",
    "InvalidInputException.INVALID_SYSTEM_TAGS_PARAMETER", "ParentNotFoundException",
  ],
  quotas: [`${QUOTAS.organizationalUnits} units`, `${QUOTAS.ouDepth} levels`, `${QUOTAS.tagsPerResource} tags`],
  run(call, input) {
    const { world, organization } = call;
    const parent = findParent(world, organization, input.ParentId);
    if (parent === undefined) throw parentNotFound();
    checkTags(input.Tags ?? []);
    refuseDuplicate(world, parent.id, input.Name);
    if (lineage(world, organization, parent.id).length > QUOTAS.ouDepth) {
      throw constraintViolation("OU_DEPTH_LIMIT_EXCEEDED", "You have exceeded the maximum depth of nested organizational units.");
    }
    if (allUnits(world, organization.id).size >= QUOTAS.organizationalUnits) {
      throw constraintViolation("OU_NUMBER_LIMIT_EXCEEDED", "You have exceeded the allowed number of organizational units.");
    }
    const id = `ou-${organization.rootId.slice(2)}-${world.randomId(8)}`;
    const unit: UnitRecord = { id, organizationId: organization.id, parentId: parent.id, name: input.Name };
    putUnit(world, unit);
    unitsOf(world, parent.id).put(id, nextRow(world));
    allUnits(world, organization.id).put(id, nextRow(world));
    putTags(world, { id, arn: arnOf(organization, "ou", id) }, input.Tags ?? []);
    return { OrganizationalUnit: describe(world, organization, unit) };
  },
});

const describeOrganizationalUnit = operation<{ OrganizationalUnitId: string }, object>({
  name: "DescribeOrganizationalUnit",
  callers: "delegated",
  input: { OrganizationalUnitId: required(UNIT) },
  errors: ["OrganizationalUnitNotFoundException"],
  run: (call, input) => ({ OrganizationalUnit: describe(call.world, call.organization, findUnit(call, input.OrganizationalUnitId)) }),
});

const updateOrganizationalUnit = operation<{ OrganizationalUnitId: string; Name?: string }, object>({
  name: "UpdateOrganizationalUnit",
  callers: "management",
  input: { OrganizationalUnitId: required(UNIT), Name: UNIT_NAME },
  errors: ["DuplicateOrganizationalUnitException", "OrganizationalUnitNotFoundException"],
  run(call, input) {
    const { world, organization } = call;
    const before = findUnit(call, input.OrganizationalUnitId);
    const unit: UnitRecord = { ...before, name: input.Name ?? before.name };
    refuseDuplicate(world, unit.parentId, unit.name, unit.id);
    unitNamesTable(world).delete(unitNameKey(before.parentId, before.name));
    putUnit(world, unit);
    return { OrganizationalUnit: describe(world, organization, unit) };
  },
});

const deleteOrganizationalUnit = operation<{ OrganizationalUnitId: string }, object>({
  name: "DeleteOrganizationalUnit",
  callers: "management",
  input: { OrganizationalUnitId: required(UNIT) },
  errors: ["OrganizationalUnitNotEmptyException", "OrganizationalUnitNotFoundException"],
  run(call, input) {
    const { world } = call;
    const unit = findUnit(call, input.OrganizationalUnitId);
    if (unitsOf(world, unit.id).size > 0 || accountsOf(world, unit.id).size > 0) throw unitNotEmpty();
    forgetUnit(world, unit);
    return {};
  },
});

const listOrganizationalUnitsForParent = operation<{ ParentId: string } & PageInput, object>({
  name: "ListOrganizationalUnitsForParent",
  callers: "delegated",
  input: { ParentId: required(PARENT), ...PAGE },
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN", "ParentNotFoundException"],
  run(call, input) {
    const { world, organization } = call;
    if (findParent(world, organization, input.ParentId) === undefined) throw parentNotFound();
    const list = ["ListOrganizationalUnitsForParent", input.ParentId];
    const { items, NextToken } = page(call, list, unitsOf(world, input.ParentId), input, (id) => describe(world, organization, findUnit(call, id)));
    return { OrganizationalUnits: items, NextToken };
  },
});

export const unitOperations = [
  createOrganizationalUnit, describeOrganizationalUnit, updateOrganizationalUnit, deleteOrganizationalUnit, listOrganizationalUnitsForParent,
];
