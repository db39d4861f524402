/** Every error that zonestat throws, rejects with or reports by a `zone-error` event. */
export class ZoneError extends Error {
  /**
   * What went wrong, in stable kebab-case for programs: `unknown-indicator`, `bad-attribute`, `nothing-to-draw`,
   * `cannot-combine`, `load-failed`, `dataset-failed`, `not-ready`, `internal`, …
   */
  readonly code: string;

  /** `message` is for people, in the language of the widget or call that failed. */
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ZoneError';
    this.code = code;
  }

  /** Anything thrown, as a `ZoneError`: one of another copy of this script keeps its code, all else is a fault of ours. */
  static from(thrown: unknown, code = 'internal'): ZoneError {
    if (thrown instanceof ZoneError) return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const own = (thrown as { code?: unknown } | null)?.code;
    return new ZoneError(typeof own === 'string' ? own : code, message, { cause: thrown });
  }
}
