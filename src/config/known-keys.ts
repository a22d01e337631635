import { z } from "zod";

/** A node of a JSON schema, as far as it is needed to find the keys of an object. */
interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode | readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
}

/** The keys that an object at this path of the data may have. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let nodes = alternatives(
    z.toJSONSchema(schema, { target: "draft-07", io: "input", unrepresentable: "any" }) as SchemaNode,
  );
  for (const key of path) nodes = nodes.flatMap((node) => childAt(node, key)).flatMap(alternatives);
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}

function alternatives(node: SchemaNode): SchemaNode[] {
  return [node, ...(node.anyOf ?? []).flatMap(alternatives)];
}

function childAt(node: SchemaNode, key: PropertyKey): SchemaNode[] {
  if (typeof key !== "number") {
    const { properties = {}, additionalProperties } = node;
    if (Object.hasOwn(properties, key)) return present(properties[String(key)]);
    return typeof additionalProperties === "object" ? [additionalProperties] : [];
  }
  const { items } = node;
  return present(Array.isArray(items) ? (items as readonly SchemaNode[])[key] : (items as SchemaNode | undefined));
}

function present(node: SchemaNode | undefined): SchemaNode[] {
  return node === undefined ? [] : [node];
}
