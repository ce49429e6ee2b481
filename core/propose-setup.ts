import { codeOwnerTeams } from './init/code-owners.ts'
import { configText } from './init/config-text.ts'
import { proposeCatalogue } from './init/propose-catalogue.ts'
import { presetReason, proposeSchema, type SetupPreset } from './init/propose-schema.ts'
import { type Counted, survey } from './init/survey.ts'
import { namedVarFiles } from './init/var-files.ts'
import { WORKFLOW_PATH, workflowText } from './init/workflow-text.ts'
import { inspect } from './inspect/inspect.ts'
import type { PriceBook } from './pricing/price-book.ts'
import { rootModules } from './projects/root-modules.ts'
import { findConfig } from './settings/find-config.ts'
import { joinPath, type SourceTree } from './source/source-tree.ts'
import { ConfigurationLoader } from './terraform/index.ts'

/** What cannot be read in a tree. */
export interface SetupOptions {
  readonly prices: PriceBook
  /** Domains of those who commit, with the number of people. */
  readonly authors?: readonly Counted[]
  /** In place of the preset whose keys are in use most. */
  readonly preset?: SetupPreset
}

/** The files that a repository starts with. Paths are those of the tree. */
export interface Setup {
  readonly config: { readonly path: string; readonly text: string }
  readonly workflow: { readonly path: string; readonly text: string }
  readonly preset: SetupPreset
  /** Why this preset. */
  readonly because: string
}

/**
 * Looks at what lies at or below a folder, and proposes the `ascribe.yml` of that folder and the workflow that reviews
 * it. Values of the files are quoted, so that the text reads back as it is meant whatever they hold.
 */
export function proposeSetup(
  tree: SourceTree,
  below: string,
  { prices, authors = [], preset }: SetupOptions,
): Setup {
  const placed = findConfig(tree, below)
  const found = survey(inspect(tree, { below, placed, prices }), below)
  const schema = proposeSchema(found, preset)
  const roots = rootModules(new ConfigurationLoader(tree), below, placed).map(({ root }) => ({
    folder: below === '' ? root : root.slice(below.length + 1),
    varFiles: namedVarFiles(tree, root),
  }))
  const text = configText({
    survey: found,
    schema,
    catalogue: proposeCatalogue(found, schema.schema, codeOwnerTeams(tree)),
    roots,
    authors,
  })
  return {
    config: { path: joinPath(below, 'ascribe.yml'), text },
    workflow: { path: WORKFLOW_PATH, text: workflowText(below) },
    preset: schema.preset,
    because: presetReason(schema),
  }
}
