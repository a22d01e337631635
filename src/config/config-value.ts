import type { TextPosition } from "./text-position.ts";

/** A fault of the configuration's text: where, and one sentence that says what and the way out. */
export interface ConfigFault extends TextPosition {
  readonly message: string;
}

/** What a configuration file says, as plain data, and where it says so. */
export interface ConfigValue {
  readonly value: unknown;
  /**
   * Where the value at a path is, or (`key`) the key that holds it. A path that leads nowhere is located at the
   * last of its ancestors that exists.
   */
  locate(path: readonly PropertyKey[], part: "key" | "value"): TextPosition;
}

/** Data, or every fault that keeps the text from being data. */
export type ConfigReading =
  { readonly ok: true; readonly config: ConfigValue } | { readonly ok: false; readonly faults: readonly ConfigFault[] };
