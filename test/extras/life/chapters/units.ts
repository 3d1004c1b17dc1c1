import { type Chapter, organizations, type Step } from "../step.ts";

const create = (parent: string, name: string, rest: Partial<Step> = {}): Step => organizations(`${name} is created`, `create-organizational-unit --parent-id {${parent}} --name ${name}`, rest);
const LEVELS = ["one", "two", "three", "four", "five"];

export const unitsChapter: Chapter = {
  title: "Organizational units",
  steps: [
    ...LEVELS.map((name, index) => create(LEVELS[index - 1] ?? "root", name, { gives: { OrganizationalUnit: { Name: name } }, keeps: { [name]: "OrganizationalUnit.Id" } })),
    create("five", "six", { fails: "ConstraintViolationException", because: "depth", moto: { lacks: "nests OUs without end" } }),
    create("root", "one", { fails: "DuplicateOrganizationalUnitException", moto: { lacks: "takes a second OU of one name" } }),
    organizations("a parent must be there", "create-organizational-unit --parent-id ou-none-12345678 --name lost", { fails: "ParentNotFoundException", moto: { lacks: "asks for no parent" } }),
    organizations("an OU is renamed", "update-organizational-unit --organizational-unit-id {five} --name fifth", { gives: { OrganizationalUnit: { Id: "{five}", Name: "fifth" } } }),
    organizations("it is described", "describe-organizational-unit --organizational-unit-id {five}", { gives: { OrganizationalUnit: { Name: "fifth" } } }),
    organizations("its parent is known", "list-parents --child-id {five}", { gives: { Parents: [{ Id: "{four}", Type: "ORGANIZATIONAL_UNIT" }] } }),
    organizations("one that is not empty stays", "delete-organizational-unit --organizational-unit-id {four}", { fails: "OrganizationalUnitNotEmptyException", moto: { lacks: "deletes an OU with all that is in it" } }),
    organizations("an empty one goes", "delete-organizational-unit --organizational-unit-id {five}", { gives: {} }),
    organizations("and is not found any more", "describe-organizational-unit --organizational-unit-id {five}", { fails: "OrganizationalUnitNotFoundException" }),
    ...["A", "B", "C", "D"].map((name) => create("two", name)),
    organizations("a list is cut", "list-organizational-units-for-parent --parent-id {two} --page-size 2 --max-items 3", {
      gives: { OrganizationalUnits: [{ Name: "three" }, { Name: "A" }, { Name: "B" }] },
      keeps: { rest: "NextToken" },
    }),
    organizations("and goes on where it was cut", "list-organizational-units-for-parent --parent-id {two} --page-size 2 --starting-token {rest}", { gives: { OrganizationalUnits: [{ Name: "C" }, { Name: "D" }] } }),
    organizations("all children are listed", "list-children --parent-id {one} --child-type ORGANIZATIONAL_UNIT", { gives: { Children: [{ Id: "{two}", Type: "ORGANIZATIONAL_UNIT" }] } }),
    organizations("a page token of nobody is refused", "list-organizational-units-for-parent --parent-id {two} --no-paginate --next-token nonsense", { fails: "InvalidInputException", moto: { lacks: "takes any token" } }),
  ],
};
