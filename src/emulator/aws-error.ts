/** An error as AWS answers it: a name, a message, and for some a `Reason`. */
export class AwsError extends Error {
  override readonly name = "AwsError";
  /** For example `ConstraintViolationException`. */
  readonly code: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: string, message: string, options: { status?: number; fields?: Record<string, string> } = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? 400;
    this.fields = options.fields ?? {};
  }
}
