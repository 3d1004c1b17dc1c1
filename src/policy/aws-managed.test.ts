import { expect, it } from "vitest";
import { awsManagedDocument, awsManagedName } from "./aws-managed.ts";
import { AWS_MANAGED_DOCUMENTS } from "./data/aws-managed-documents.ts";
import { validatePolicy } from "./validate.ts";

it("AWS's own policies are found by name, by path and name, and by ARN in any partition", () => {
  const administrator = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  expect(awsManagedDocument("AdministratorAccess")).toEqual(administrator);
  expect(awsManagedDocument("arn:aws-cn:iam::aws:policy/AdministratorAccess")).toEqual(administrator);
  expect(awsManagedDocument("service-role/AWSLambdaBasicExecutionRole")).toEqual(awsManagedDocument("AWSLambdaBasicExecutionRole"));
  expect(awsManagedName("arn:aws:iam::aws:policy/job-function/Billing")).toBe("job-function/Billing");
});

it("one whose text is not kept is not known, whatever it is called", () => {
  for (const name of ["Billing", "constructor", "", "arn:aws:iam::111122223333:policy/AdministratorAccess"]) expect(awsManagedDocument(name)).toBeUndefined();
});

it.each(AWS_MANAGED_DOCUMENTS)("$name is a policy that IAM takes", ({ statements }) => {
  expect(validatePolicy({ Version: "2012-10-17", Statement: statements }, "identity").filter(({ severity }) => severity === "error")).toEqual([]);
});
