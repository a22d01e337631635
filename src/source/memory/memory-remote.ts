import type { RemoteAnswer, RemoteItem, RemoteReference } from "../../core/remote.ts";

/**
 * What a server says, by `#317` or `owner/name#317`: some fields of the item (an open issue without a merge otherwise), or the reason why
 * it did not answer. What is not named does not exist, or may be a discussion when there is a key `discussions`. The repository of the documents
 * is example/harbour.
 */
export type MemoryRemote = Readonly<
  Record<string, (Partial<RemoteItem> & { readonly kind: RemoteItem["kind"] }) | string>
>;

const home = "example/harbour";

/** Answers from an object. */
export function memoryRemote(items: MemoryRemote): (reference: RemoteReference) => RemoteAnswer {
  return ({ repository = home, number, host = "github.com" }) => {
    if (host !== "github.com") return { kind: "unknown", reason: `links to ${host} are not followed` };
    const name = `${repository}#${number}`;
    const key = repository === home ? `#${number}` : name;
    const found = Object.hasOwn(items, key) ? items[key] : undefined;
    if (typeof found === "string") return { kind: "unknown", reason: found };
    if (found === undefined) return { kind: "missing", name, discussions: Object.hasOwn(items, "discussions") };
    return { kind: "known", name, item: { state: "open", merged: false, title: `Number ${number}`, ...found } };
  };
}
