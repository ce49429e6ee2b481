import { type Difference, differences, idOf } from '../fix/differences.ts'
import { type FixedTree, fixedTree } from '../fix/fixed-tree.ts'
import { type Intentions, intentions } from '../fix/intentions.ts'
import { neighboursIn } from '../fix/neighbours.ts'
import { checkOptionValues } from '../fix/option-values.ts'
import type { Proposal } from '../fix/proposal.ts'
import { declaredOwners } from '../inspect/match-subject.ts'
import type { Inspection } from '../review/inspection.ts'
import { whatJudges } from '../settings/find-config.ts'
import { createWorkspace, type Workspace } from '../workspace.ts'
import { fixable } from './fixable-findings.ts'
import type { FixOptions } from './plan-fixes.ts'

/** A tree that is written to step by step, and evaluated as a whole after each. */
export interface FixTrial {
  readonly files: FixedTree
  readonly workspace: Workspace
  readonly intended: Intentions
  /** What is to be mended, as the files are now. */
  look(): Inspection
  /** Writes proposals; says what is then other than intended, and takes all of them back where there is anything. */
  attempt(batch: readonly Proposal[]): readonly Difference[]
}

/** Throws a `ConfigurationError` where `ascribe.yml` may not judge, or `set` says what its schema does not allow. */
export function fixTrial({ tree, below, prices, today, set, neighbours }: FixOptions): FixTrial {
  const files = fixedTree(tree)
  const open = (folder: string) =>
    createWorkspace({ tree: files.tree, below: folder, prices, ...(today !== undefined && { today }) })
  const workspace = open(below)
  const found = whatJudges(workspace.config())
  const { config } = found
  checkOptionValues(set, config)
  const before = workspace.inspection()
  // What calls a module from outside the folder is not mended, and must stay as it is.
  const around = below === '' ? undefined : open('')
  const beforeAround = around?.inspection()
  const tagsOf = new Map(before.resources.map(({ resource, tags }) => [resource, tags]))
  const intended = intentions(before, {
    config,
    set,
    declared: declaredOwners(found, (resource) => tagsOf.get(resource) ?? { kind: 'notTaggable' }),
    neighbours: neighbours ? neighboursIn(before.resources, config) : undefined,
  })
  const written = new Set<string>()
  const refresh = (paths: readonly string[]): void => {
    workspace.invalidate(paths)
    around?.invalidate(paths)
  }
  return {
    files,
    workspace,
    intended,
    look: () => fixable(workspace.inspection(), found, workspace.loader, today),
    attempt(batch) {
      const edits = batch.flatMap((proposal) => proposal.edits)
      const paths = [...new Set(edits.map(({ path }) => path))]
      const tags = batch.flatMap(({ entries }) => entries.map(([key, value]) => `${key}\n${value}`))
      const fresh = tags.filter((tag) => !written.has(tag))
      for (const tag of fresh) written.add(tag)
      const isWritten = (key: string, value: string) => written.has(`${key}\n${value}`)
      const undo = files.write(edits)
      refresh(paths)
      const after = workspace.inspection()
      const wrong = [
        ...differences(before, after, intended.of, isWritten),
        ...(around ? differences(beforeAround!, around.inspection(), intended.of, isWritten) : []),
        ...unmet(batch, after),
      ]
      if (wrong.length > 0) {
        undo()
        refresh(paths)
        for (const tag of fresh) written.delete(tag)
      }
      return wrong
    },
  }
}

/** Wants that an attempt did not meet. */
function unmet(batch: readonly Proposal[], after: Inspection): readonly Difference[] {
  const are = new Map(after.resources.map((one) => [idOf(one), one.tags]))
  return batch.flatMap(({ wants }) =>
    wants.flatMap(({ inspected, spelled, value }) => {
      const tags = are.get(idOf(inspected))
      const now = tags?.kind === 'taggable' ? tags.tags.tags.get(spelled)?.value : undefined
      if (now?.kind === 'string' && now.value === value) return []
      const { address } = inspected.resource
      return [{ address, key: spelled, because: `${address} would not get "${spelled}"` }]
    }),
  )
}
