import { describe, expect, it } from "vitest";
import { fillTemplates, holdsTemplate, unmask } from "./templates.ts";

const VALUES = new Map([["Home", ["us-east-1"]], ["All", ["us-east-1", "us-west-2"]], ["Empty", [""]]]);
const fill = (text: string): string => fillTemplates(text, VALUES).text;

describe("templates in YAML", () => {
  it("are filled with their value, a list with its items joined by commas", () => {
    expect(fill('home: {{Home}}\nall: [{{ All }}]\nraw: "{{{Home}}}"')).toBe('home: us-east-1\nall: [us-east-1,us-west-2]\nraw: "us-east-1"');
  });

  it("stay readable as YAML where nothing fills them, and come back as they were", () => {
    const filled = fill("home: {{Missing}}");
    expect(filled).not.toContain("{");
    expect(unmask(filled)).toBe("home: {{Missing}}");
  });

  it("leave references that CloudFormation resolves alone", () => {
    expect(fill('x: "{{resolve:ssm:/a}}"')).toBe('x: "{{resolve:ssm:/a}}"');
    expect(holdsTemplate("{{resolve:ssm:/a}}")).toBe(false);
  });

  it("lead back to the offset in the file, before, in and behind a value", () => {
    const text = "a: {{Home}} # {{All}} end";
    const { text: filled, original } = fillTemplates(text, VALUES);
    const back = (word: string): number => original(filled.indexOf(word));
    expect(back("a:")).toBe(0);
    expect(back("us-east-1 #")).toBe(text.indexOf("{{Home}}"));
    expect(original(filled.indexOf("us-east-1 #") + 3)).toBe(text.indexOf("{{Home}}"));
    expect(back("#")).toBe(text.indexOf("#"));
    expect(back("end")).toBe(text.indexOf("end"));
  });

  it("lead back across an empty value", () => {
    const { text, original } = fillTemplates("x{{Empty}}y", VALUES);
    expect([text, original(0), original(2)]).toEqual(["xy", 0, 11]);
  });
});
