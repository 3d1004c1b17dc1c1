import { LandfallError, type Diagnostic } from "../../diagnostics/index.ts";
import { DamagedStore, NewerStore, STORE_FORMAT } from "./level.ts";

/** What to tell the user when a store cannot be opened. */
export function openingError(dir: string, error: unknown): LandfallError {
  if (error instanceof LandfallError) return error;
  return new LandfallError({ severity: "error", ...explain(dir, error) }, "failed", { cause: error });
}

export const foreignFolder = (dir: string, name: string): LandfallError =>
  new LandfallError({
    code: "LF8004",
    severity: "error",
    summary: `${dir} is not a store of the emulator: it holds ${name}.`,
    fix: "Name an empty folder, or one that the emulator made.",
  });

const quoted = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`;

function explain(dir: string, error: unknown): Omit<Diagnostic, "severity"> {
  const code = levelCode(error);
  if (error instanceof NewerStore) {
    return {
      code: "LF8001",
      summary: `The emulator's store in ${dir} was written by a newer landfall (format ${error.format}; this one knows ${STORE_FORMAT}).`,
      fix: `Use that landfall, or start anew by removing the folder:\n\n  rm -r ${quoted(dir)}`,
    };
  }
  if (error instanceof DamagedStore || code === "LEVEL_CORRUPTION") {
    return {
      code: "LF8002",
      summary: `The emulator's store in ${dir} is damaged.`,
      detail: messageOf(error),
      fix: `Put a copy back, or start anew by removing the folder:\n\n  rm -r ${quoted(dir)}`,
    };
  }
  if (code === "LEVEL_LOCKED") {
    return {
      code: "LF8003",
      summary: `The emulator's store in ${dir} is in use.`,
      fix: "Wait for the other command, or stop the other emulator.",
    };
  }
  return {
    code: "LF8005",
    summary: `The emulator's store in ${dir} cannot be opened: ${messageOf(error)}`,
    fix: "Check the folder's permissions and the space left on its disk.",
  };
}

/** LevelDB's own code stands on the cause of the error. */
function levelCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as Error & { readonly code?: unknown };
  return levelCode(error.cause) ?? (typeof code === "string" ? code : undefined);
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
