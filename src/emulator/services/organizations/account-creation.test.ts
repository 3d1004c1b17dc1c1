import { describe, expect, it } from "vitest";
import { setAccountLimit } from "./settings.ts";
import { awsError } from "./testing/aws-error.ts";
import { Stage, text } from "./testing/stage.ts";

const request = (stage: Stage, name: string, email = `${name}@example.com`) =>
  text(stage.call("CreateAccount", { AccountName: name, Email: email }).CreateAccountStatus?.Id);

const status = (stage: Stage, id: string) => stage.call("DescribeCreateAccountStatus", { CreateAccountRequestId: id }).CreateAccountStatus;

describe("account creation", () => {
  it("takes one to three minutes and ends in the root", () => {
    const stage = new Stage();
    const root = stage.found();
    const requestedAt = stage.now;
    const id = request(stage, "Audit");
    expect(id).toMatch(/^car-[a-z0-9]{32}$/);
    expect(status(stage, id)).toMatchObject({ State: "IN_PROGRESS", AccountName: "Audit", RequestedTimestamp: new Date(requestedAt) });
    stage.wait(59);
    expect(status(stage, id)).toMatchObject({ State: "IN_PROGRESS", AccountId: undefined });
    stage.wait(121);
    const done = status(stage, id);
    expect(done).toMatchObject({ State: "SUCCEEDED", AccountId: expect.stringMatching(/^\d{12}$/) });
    const took = Number(done?.CompletedTimestamp) - requestedAt;
    expect(took).toBeGreaterThanOrEqual(60_000);
    expect(took).toBeLessThanOrEqual(180_000);
    expect(stage.call("ListParents", { ChildId: text(done?.AccountId) }).Parents).toEqual([{ Id: root, Type: "ROOT" }]);
  });

  it("has at most five requests in flight", () => {
    const stage = new Stage();
    stage.found();
    for (const name of ["a", "b", "c", "d", "e"]) request(stage, name);
    expect(awsError(() => request(stage, "f"))).toBe("ConstraintViolationException ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED");
    stage.wait(180);
    request(stage, "f");
  });

  it("stops at ten accounts until support raises the limit", () => {
    const stage = new Stage();
    stage.found();
    for (let i = 0; i < 9; i += 1) stage.account(`account-${i}`);
    expect(awsError(() => request(stage, "more"))).toBe("ConstraintViolationException ACCOUNT_NUMBER_LIMIT_EXCEEDED");
    setAccountLimit(stage.world, 11);
    const id = request(stage, "more");
    setAccountLimit(stage.world, 10);
    stage.wait(180);
    expect(status(stage, id)).toMatchObject({ State: "FAILED", FailureReason: "ACCOUNT_LIMIT_EXCEEDED" });
  });

  it("fails for an e-mail address in use, whatever its case", () => {
    const stage = new Stage();
    stage.found();
    stage.account("one", "Team@Example.com");
    const taken = request(stage, "two", "team@example.COM");
    stage.wait(180);
    expect(status(stage, taken)).toMatchObject({ State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS", AccountId: undefined });
    expect(stage.call("ListAccounts").Accounts).toHaveLength(2);
  });

  it("gives an e-mail address to the first request for it, however long it takes", () => {
    const stage = new Stage();
    stage.found();
    const reasons = new Set<string | undefined>();
    for (let round = 0; round < 4; round += 1) {
      const email = `round-${round}@example.com`;
      const [first, same, other] = [request(stage, "same", email), request(stage, "same", email), request(stage, "other", email)];
      stage.wait(180);
      expect(status(stage, first)?.State).toBe("SUCCEEDED");
      expect(status(stage, other)?.FailureReason).toBe("EMAIL_ALREADY_EXISTS");
      reasons.add(status(stage, same)?.FailureReason);
    }
    // Which of the two depends on whether the first request is still under way.
    expect([...reasons].toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(["CONCURRENT_ACCOUNT_MODIFICATION", "EMAIL_ALREADY_EXISTS"]);
  });

  it("frees the e-mail address of a request that failed for another reason", () => {
    const stage = new Stage();
    stage.found();
    const id = request(stage, "a");
    setAccountLimit(stage.world, 1);
    stage.wait(180);
    expect(status(stage, id)?.FailureReason).toBe("ACCOUNT_LIMIT_EXCEEDED");
    setAccountLimit(stage.world, 10);
    stage.account("b", "a@example.com");
  });

  it("fails for an e-mail address that breaks AWS's rules", () => {
    const stage = new Stage();
    stage.found();
    const id = request(stage, "a", ".dot@example.com");
    stage.wait(180);
    expect(status(stage, id)).toMatchObject({ State: "FAILED", FailureReason: "INVALID_EMAIL" });
  });

  it("refuses a role name that AWS keeps for itself", () => {
    const stage = new Stage();
    stage.found();
    const input = { AccountName: "a", Email: "a@example.com", RoleName: "AWSServiceRoleForMe" };
    expect(awsError(() => stage.call("CreateAccount", input))).toBe("InvalidInputException INVALID_ROLE_NAME");
  });

  it("lists its requests by state", () => {
    const stage = new Stage();
    stage.found();
    stage.account("done");
    request(stage, "failed", "done@example.com");
    stage.wait(180);
    request(stage, "running");
    const named = (...States: ("FAILED" | "IN_PROGRESS" | "SUCCEEDED")[]) =>
      stage.call("ListCreateAccountStatus", { States }).CreateAccountStatuses?.map((entry) => entry.AccountName);
    expect(named()).toEqual(["done", "failed", "running"]);
    expect(named("FAILED", "IN_PROGRESS")).toEqual(["failed", "running"]);
    expect(awsError(() => status(stage, "car-unknown1"))).toBe("CreateAccountStatusNotFoundException");
  });
});
