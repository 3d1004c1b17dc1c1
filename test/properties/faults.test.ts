import { describe } from "vitest";
import { holdsFor } from "./kit/property.ts";

describe("an apply whose calls AWS throttles, fails, or answers into the void", () => {
  holdsFor("faults", "makes the second organization of the first, in as many runs as it takes");
});
