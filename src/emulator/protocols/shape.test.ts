import { describe, expect, it } from "vitest";
import { ENDPOINTS, loadModel } from "./endpoints.ts";
import { modelOf } from "./model.ts";
import { errorShape, operationShape, type Shape } from "./shape.ts";

/** Every shape that can be reached, each once; fails when one cannot be read. */
function walk(shape: Shape, seen = new Set<Shape>()): Set<Shape> {
  if (seen.has(shape)) return seen;
  seen.add(shape);
  if (shape.kind === "structure") for (const member of shape.members.values()) walk(member.shape, seen);
  if (shape.kind === "list") walk(shape.member.shape, seen);
  if (shape.kind === "map") walk(shape.value.shape, seen);
  return seen;
}

describe("the shapes of SDK packages", () => {
  it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))("can all be read: %s", async (_id, endpoint) => {
    const { operations, errors } = await loadModel(endpoint);
    expect(operations.size).toBeGreaterThan(5);
    expect(errors.size).toBeGreaterThan(0);
    for (const operation of operations.values()) {
      walk(operation.input);
      walk(operation.output);
    }
  });

  it("say what an input takes and must have", async () => {
    const organizations = ENDPOINTS[0] ?? expect.fail();
    const { operations } = await loadModel(organizations);
    const input = operations.get("TagResource")?.input ?? expect.fail();
    expect(input.required).toEqual(["ResourceId", "Tags"]);
    const tags = input.members.get("Tags")?.shape;
    expect(tags).toMatchObject({ kind: "list", member: { shape: { kind: "structure", name: "Tag", required: ["Key", "Value"] } } });
  });

  it("are found when a bundler hands the package over as a default export", async () => {
    const exported = await (ENDPOINTS[0] ?? expect.fail()).load();
    expect(modelOf({ default: exported }).operations.size).toBe(modelOf(exported).operations.size);
  });

  it("are told from everything else that a package exports", () => {
    for (const other of [undefined, 1, () => 1, [], [3, "ns", "Struct", 0, [], []]]) {
      expect([operationShape(other), errorShape(other)]).toEqual([undefined, undefined]);
    }
  });
});
