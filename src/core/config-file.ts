export type ConfigFormat = "json" | "jsonc" | "yaml" | "package";

/** The configuration as it was found, unparsed. `package` is the key `queue-lint` of a package.json. */
export interface ConfigFile {
  /** As the user knows it: relative to the root, or as given on the command line. */
  readonly path: string;
  readonly text: string;
  readonly format: ConfigFormat;
}
