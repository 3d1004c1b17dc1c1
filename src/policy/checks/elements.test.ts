import { describe, expect, it } from "vitest";
import type { PolicyDocumentKind } from "../document.ts";
import { validatePolicy } from "../validate.ts";

const told = (statement: object, kind: PolicyDocumentKind = "scp", around: object = {}) =>
  validatePolicy({ Version: "2012-10-17", ...around, Statement: statement }, kind).map(({ code, severity, path, suggestion }) =>
    [code, severity, path.join("/"), suggestion].filter((part) => part !== undefined).join(" "),
  );

const scp = { Effect: "Deny", Action: "s3:*", Resource: "*" };
const rcp = { ...scp, Principal: "*" };

describe("the elements", () => {
  it("are spelled as AWS does: LF3016 suggests the nearest, and does not call it missing as well", () => {
    expect(told({ Effect: "Deny", action: "s3:*", Ressource: "*", _why: "" })).toEqual([
      "LF3016 error Statement/action Action",
      "LF3016 error Statement/Ressource Resource",
      "LF3016 error Statement/_why",
      "LF3018 warning Statement",
    ]);
    expect(told(scp, "scp", { Comment: "" })).toEqual(["LF3016 error Comment"]);
  });

  it("are those of the kind: LF3017", () => {
    expect(told({ ...scp, Principal: "*", NotPrincipal: {} })).toEqual(["LF3017 error Statement/Principal", "LF3017 error Statement/NotPrincipal"]);
    expect(told({ Effect: "Deny", Principal: "*", NotAction: "s3:*", Resource: "*" }, "rcp")).toEqual([
      "LF3017 error Statement/NotAction",
      "LF3018 error Statement",
    ]);
    expect(told(scp, "scp", { Id: "x" })).toEqual(["LF3017 warning Id"]);
  });

  it("are all there: LF3018", () => {
    expect(told({})).toEqual(["LF3018 error Statement", "LF3018 error Statement", "LF3018 warning Statement"]);
    expect(told({}, "rcp")).toEqual(Array.from({ length: 4 }, () => "LF3018 error Statement"));
    expect(validatePolicy({ Version: "2012-10-17" }, "scp")).toMatchObject([{ code: "LF3018", severity: "error", path: [] }]);
    expect(validatePolicy({ Version: "2012-10-17", Effect: "Deny" }, "scp")).toMatchObject([
      { code: "LF3016" },
      { code: "LF3018", fix: 'Put the statement under "Statement".' },
    ]);
  });

  it("do not stand next to their opposite: LF3019", () => {
    expect(told({ ...scp, NotAction: "s3:*", NotResource: "*" })).toEqual(["LF3019 error Statement/NotAction", "LF3019 error Statement/NotResource"]);
    expect(told({ ...rcp, NotResource: "*" }, "rcp")).toEqual(["LF3019 error Statement/NotResource"]);
  });
});
