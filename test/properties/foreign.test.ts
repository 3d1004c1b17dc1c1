import { describe } from "vitest";
import { holdsFor } from "./kit/property.ts";

describe("an apply beside others who change things by hand", () => {
  holdsFor("foreign", "makes the second organization, and leaves alone what others made");
});
