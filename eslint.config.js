import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";
import { tsImport } from "tsx/esm/api";

// Node 20 cannot import TypeScript by itself.
const { layerConfigs } = await tsImport("./scripts/import-restrictions.ts", import.meta.url);

const limit = (max) => ["error", { max, skipBlankLines: false, skipComments: false }];
const off = (names) => Object.fromEntries(names.map((name) => [`regexp/${name}`, "off"]));

export default tseslint.config(
  { ignores: ["**/dist/", "coverage/", "fixtures/", "node_modules/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  tseslint.configs.strict,
  regexp.configs["flat/recommended"],
  {
    languageOptions: { ecmaVersion: 2023, sourceType: "module" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": limit(250),
      "max-params": ["error", 3],
      "no-control-regex": "off",
      "no-implicit-coercion": "error",
      "no-unused-vars": "off",
      "prefer-const": "error",
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": "error",
      // Whether `[A-Za-z]` or a flag reads better is the author's decision; what can hang or never match is not.
      ...off([
        "negation",
        "no-useless-character-class",
        "no-useless-non-capturing-group",
        "prefer-character-class",
        "prefer-d",
        "prefer-w",
        "use-ignore-case",
      ]),
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  { files: ["**/*.ts"], rules: { "@typescript-eslint/consistent-type-imports": "error" } },
  {
    // Rules that ask the compiler for types take most of the time of a lint; over the tests too, they take twice as long.
    files: ["src/**/*.ts", "rules/**/*.ts", "scripts/**/*.ts"],
    languageOptions: {
      parserOptions: {
        project: ["tsconfig.lint.json", "src/page/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["src/**/*.ts", "rules/**/*.ts", "scripts/**/*.ts"],
    rules: { complexity: ["error", 10], "max-lines-per-function": limit(50) },
  },
  { files: ["rules/**/*.ts"], ignores: ["rules/index.ts"], rules: { "max-lines": limit(120) } },
  { files: ["test/**/*.ts"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
  layerConfigs(),
);
