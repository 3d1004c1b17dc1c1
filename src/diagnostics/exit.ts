/** Why a command ended, each with its exit code. Documented in docs/reference/exit-codes.md. */
export const EXIT_CODES = {
  done: 0,
  failed: 1,
  differences: 2,
  findings: 3,
  expectation: 4,
  interrupted: 5,
  refused: 6,
  credentials: 7,
  usage: 64,
  defect: 70,
  cancelled: 130,
} as const;

export type ExitReason = keyof typeof EXIT_CODES;
