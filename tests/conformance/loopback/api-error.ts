/** An error as BigQuery's REST reports it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
    readonly location?: string,
  ) {
    super(message);
  }

  get body(): object {
    const error = {
      message: this.message,
      domain: 'global',
      reason: this.reason,
      ...(this.location === undefined ? {} : { location: this.location }),
    };
    return { error: { code: this.status, message: this.message, errors: [error] } };
  }

  /** As a job's `errorResult`. */
  get result(): { readonly reason: string; readonly message: string; readonly location?: string } {
    return { reason: this.reason, message: this.message, ...(this.location === undefined ? {} : { location: this.location }) };
  }
}
