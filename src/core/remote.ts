import type { Unknown } from "./unknown.ts";

/** An issue or a pull request as a document names it. */
export interface RemoteReference {
  readonly number: number;
  /** `owner/name` as written; undefined for the repository of the document. */
  readonly repository: string | undefined;
  /** The host of a link, "github.com"; undefined when nothing names one. */
  readonly host: string | undefined;
}

/** An issue or a pull request as the server has it. */
export interface RemoteItem {
  readonly kind: "issue" | "pull";
  readonly state: "open" | "closed";
  /** Always false for an issue. */
  readonly merged: boolean;
  readonly title: string;
}

/** What a server said. `name` is the whole name, "acme/shop#317". */
export type RemoteAnswer =
  | { readonly kind: "known"; readonly name: string; readonly item: RemoteItem }
  /** No issue and no pull request has the number; where there are discussions, one of them may: all three share their numbers. */
  | { readonly kind: "missing"; readonly name: string; readonly discussions: boolean }
  | Unknown;
