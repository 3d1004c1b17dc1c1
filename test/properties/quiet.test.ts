import { describe } from "vitest";
import { holdsFor } from "./kit/property.ts";

describe("an apply that nothing goes wrong with", () => {
  holdsFor("none", "makes the second organization of the first, never letting through what both deny");
});
