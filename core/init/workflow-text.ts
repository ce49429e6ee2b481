import { yamlText } from './yaml-text.ts'

/** Where GitHub looks for it. */
export const WORKFLOW_PATH = '.github/workflows/ascribe.yml'

/** The workflow of docs/action.md, for a folder of the repository; `''` is all of it. */
export function workflowText(folder: string): string {
  return `name: cost review
on: pull_request

permissions:
  contents: read
  pull-requests: write

concurrency:
  group: cost-review-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  review:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: acme/ascribe@<commit>
${folder === '' ? '' : `        with:\n          path: ${yamlText(folder)}\n`}`
}
