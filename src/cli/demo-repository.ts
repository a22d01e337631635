/** A small repository whose planning has drifted from what it contains: paths to texts. Everything in it is made up. */
export const demoRepository: Readonly<Record<string, string>> = {
  "docs/product/spec-candidates.md": `# Candidate queue

## Active

### Tide alerts

- **Priority**: P1
- **Anchors**: \`src/tides/alerts.ts\`

### Berth booking

- **Priority**: P2

## Promoted to Spec

- Harbour map -> Spec 001 (\`harbour-map\`)
- Crane schedule -> Spec 003 (\`crane-schedule\`)
`,
  "docs/product/roadmap.md": `# Roadmap

## Now

- Harbour map

## Done

- Berth booking
`,
  "docs/product/implementation-ledger.md": `# Ledger

| Title | Status | Evidence |
|---|---|---|
| Harbour map | implemented | specs/001-harbour-map |
| Berth booking | implemented | specs/002-berth-booking |
`,
  "specs/001-harbour-map/spec.md": "# Harbour map\n\nSkippers see every berth of the harbour on a map.\n",
  "specs/001-harbour-map/tasks.md": "- [x] T001 Draw the berths\n- [ ] T002 Draw the cranes\n",
  "specs/002-berth-booking/spec.md": "# Berth booking\n\nSkippers book a berth for some nights.\n",
  "src/tides/alert.ts": "export {};\n",
};
