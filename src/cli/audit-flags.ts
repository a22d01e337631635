import type { FixFlags } from "./fix/fix-flags.ts";

/** Where a format goes. */
export interface Destination {
  readonly name: string;
  /** Undefined for standard output. */
  readonly path: string | undefined;
}

/** The flags of an audit, beside those of `OpenFlags`. */
export interface AuditFlags extends FixFlags {
  readonly format?: readonly Destination[];
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly maxWarnings?: number;
  readonly showSuppressed?: boolean;
  readonly showExisting?: boolean;
  readonly maxTokens?: number;
  readonly staged?: boolean;
  readonly ref?: string;
  readonly since?: string;
  /** Undefined when the flag is not given. */
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly watch?: boolean;
  readonly color: boolean;
}
