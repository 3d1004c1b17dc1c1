import { describe, expect, it } from "vitest";
import { withMemory } from "./memory.ts";

class Client {
  readonly made: string[] = [];
  async listThings(input: { page?: number }): Promise<string> {
    return this.#make(`list ${input.page ?? ""}`);
  }
  async tagThing(input: { id: string }): Promise<string> {
    return this.#make(`tag ${input.id}`);
  }
  async #make(call: string): Promise<string> {
    this.made.push(call);
    return `${call} ${this.made.length}`;
  }
}

describe("withMemory", () => {
  it("makes each distinct read once, even while the first is under way", async () => {
    const client = new Client();
    const view = withMemory(client, new Map());
    expect(await Promise.all([view.listThings({}), view.listThings({}), view.listThings({ page: 2 })])).toEqual(["list  1", "list  1", "list 2 2"]);
    expect(await view.listThings({ page: 2 })).toBe("list 2 2");
  });

  it("makes every call that changes something, and leaves the client itself without a memory", async () => {
    const client = new Client();
    const view = withMemory(client, new Map());
    await view.tagThing({ id: "a" });
    await view.tagThing({ id: "a" });
    await client.listThings({});
    await client.listThings({});
    expect(client.made).toEqual(["tag a", "tag a", "list ", "list "]);
  });
});
