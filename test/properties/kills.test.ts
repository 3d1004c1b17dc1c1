import { describe } from "vitest";
import { holdsFor } from "./kit/property.ts";

describe("an apply that is killed at any call, and again", () => {
  holdsFor("kills", "goes on where it was, with its record and without");
});
