import type { Change, Problem, Verdict } from "./types.js";

/** The server says no. `code` is stable, and what a program branches on. */
export class RegistryError extends Error {
  override readonly name: string = "RegistryError";
  /** The stable name of the kind of problem; empty when something in between answered instead of a registry. */
  readonly code: string;
  /** The status of the answer. */
  readonly status: number;
  /** What was wrong, where, and what to do about it. */
  readonly detail: string;

  constructor(
    /** All that the server says of it. */
    readonly problem: Problem,
  ) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
  }
}

/** The number announces less than changed, or cannot be used. */
export class PublishRefused extends RegistryError {
  override readonly name = "PublishRefused";
  /** The changes that refuse the number. */
  readonly violations: Change[];

  constructor(
    problem: Problem,
    /** All changes, and the smallest number that would be accepted. */
    readonly verdict: Verdict,
  ) {
    super(problem);
    this.violations = problem.violations ?? verdict.changes.filter((change) => change.refuses);
  }
}

/** Bytes or a manifest are not what their digest promises. Nothing of them is to be used. */
export class IntegrityError extends Error {
  override readonly name = "IntegrityError";
}

/** The server did not answer, or its answer broke off. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

/** The error for an answer that is not a success. */
export function refusal(status: number, instance: string, said: unknown): RegistryError {
  const problem = asProblem(status, instance, said);
  return problem.verdict?.accepted === false
    ? new PublishRefused(problem, problem.verdict)
    : new RegistryError(problem);
}

/** A proxy in between may answer what is no problem. The status is that of the answer. */
function asProblem(status: number, instance: string, said: unknown): Problem {
  if (typeof said === "object" && said !== null && "code" in said && "detail" in said) {
    return { ...(said as Problem), status };
  }
  const detail = `the server answered ${status}, and no problem that says why`;
  return { type: "about:blank", title: "no problem", code: "", detail, instance, request_id: "", status };
}
