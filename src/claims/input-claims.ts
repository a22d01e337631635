import type { InputClaim } from "../core/claims/claim.ts";
import { startOf } from "../core/location.ts";
import type { Input, Settings } from "../core/settings.ts";
import { identityRole } from "./identity-role.ts";

/** What configuration and convention say about where the inputs are. */
export function inputClaims({ queue, specs, roadmap, ledger, inbox }: Settings): InputClaim[] {
  const inputs: readonly (readonly [InputClaim["role"], Input | undefined])[] = [
    ["queue", queue],
    ["specs", specs],
    ["roadmap", roadmap],
    ["ledger", ledger],
    ["inbox", inbox],
  ];
  return inputs.flatMap(([role, input]): InputClaim[] =>
    input === undefined
      ? []
      : [
          {
            kind: "input",
            document: role === "specs" ? "spec" : role,
            identity: `input ${identityRole(role)}`,
            text: input.path,
            location: startOf(input.path),
            quote: inputQuote(role, input),
            role,
            ...input,
          },
        ],
  );
}

function inputQuote(role: string, { path, configured }: Input): string {
  const what = role === "specs" ? "the spec root" : `the ${role}`;
  return configured ? `the configuration says that ${what} is ${path}` : `by convention ${what} is ${path}`;
}
