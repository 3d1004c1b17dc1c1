import type { PolicyDocument } from "./document.ts";
import { listOf } from "./shape.ts";

/**
 * Whether a document has a statement that allows. Every node needs an SCP that does: an account can do nothing
 * below a root, OU or account whose SCPs only deny.
 */
export const containsAllow = (document: PolicyDocument): boolean =>
  listOf(document.Statement).some((statement) => statement.Effect === "Allow");
