import { whatJudges } from './find-config.ts'
import { type Difference, differences, idOf } from './fix/differences.ts'
import type { FixChange, FixPlan } from './fix/fix-plan.ts'
import { fixedTree } from './fix/fixed-tree.ts'
import { intentions } from './fix/intentions.ts'
import { neighboursIn } from './fix/neighbours.ts'
import { checkOptionValues } from './fix/option-values.ts'
import { nameOf, type Proposal, together } from './fix/proposal.ts'
import { refusals } from './fix/refusals.ts'
import { settle } from './fix/settle.ts'
import { billedProposals } from './fix-billed.ts'
import { correctionProposals, missingProposals } from './fix-proposals.ts'
import { fixable } from './fixable-findings.ts'
import { declaredOwners } from './match-subject.ts'
import type { PriceBook } from './pricing/price-book.ts'
import type { Inspection } from './review/inspection.ts'
import type { SourceTree } from './source/source-tree.ts'
import { createWorkspace } from './workspace.ts'

export interface FixOptions {
  readonly tree: SourceTree
  /** Only what lies at or below this folder of the tree is mended, and written to; `''` is the whole tree. */
  readonly below: string
  readonly prices: PriceBook
  /** An ISO date; without it, nothing is past. */
  readonly today?: string
  /** Values by the schema's keys, as `fixValues` checked them. */
  readonly set: ReadonlyMap<string, string>
  /** Whether a value may be taken from the neighbours, where all of them agree. */
  readonly neighbours: boolean
}

/** Every round writes something or rules something out; more than these nobody's tags need. */
const MAX_ROUNDS = 200

/**
 * What to write so that everything in a tree has the tags that its schema asks for, at as few places as can be. After
 * each step the whole tree is evaluated again: all resources have then the tags that are intended, and nothing else of
 * them is another. What that cannot be said of is taken back, and told as a refusal.
 */
export function planFixes(options: FixOptions): FixPlan {
  const { tree, below, prices, today, set } = options
  const files = fixedTree(tree)
  const open = (folder: string) =>
    createWorkspace({ tree: files.tree, below: folder, prices, ...(today !== undefined && { today }) })
  const workspace = open(below)
  // What calls a module from outside the folder is not mended, and must stay as it is.
  const around = below === '' ? undefined : open('')
  const before = workspace.inspection()
  const beforeAround = around?.inspection()
  const found = workspace.config()
  whatJudges(found)
  checkOptionValues(set, found.config)
  const tagsOf = new Map(before.resources.map(({ resource, tags }) => [resource, tags]))
  const intended = intentions(before, {
    config: found.config,
    set,
    declared: declaredOwners(found, (resource) => tagsOf.get(resource) ?? { kind: 'notTaggable' }),
    neighbours: options.neighbours ? neighboursIn(before.resources, found.config) : undefined,
  })
  const accepted: Proposal[] = []
  const rejected = new Set<string>()
  const withdrawn = new Map<string, string>()

  const look = (): Inspection => fixable(workspace.inspection(), found, workspace.loader, today)

  const refresh = (paths: readonly string[]): void => {
    workspace.invalidate(paths)
    around?.invalidate(paths)
  }

  function attempt(batch: readonly Proposal[]): readonly Difference[] {
    const edits = batch.flatMap((proposal) => proposal.edits)
    const paths = [...new Set(edits.map(({ path }) => path))]
    const undo = files.write(edits)
    refresh(paths)
    const after = workspace.inspection()
    const tags = new Set(
      [...batch, ...accepted].flatMap(({ entries }) => entries.map(([key, value]) => `${key}\n${value}`)),
    )
    const isWritten = (key: string, value: string) => tags.has(`${key}\n${value}`)
    const wrong = [
      ...differences(before, after, intended.of, isWritten),
      ...(around ? differences(beforeAround!, around.inspection(), intended.of, isWritten) : []),
      ...unmet(batch, after),
    ]
    if (wrong.length > 0) {
      undo()
      refresh(paths)
    }
    return wrong
  }

  function accept(proposal: Proposal): void {
    accepted.push(proposal)
  }

  function reject(proposal: Proposal, wrong: readonly Difference[]): void {
    rejected.add(nameOf(proposal))
    for (const { inspected, key } of proposal.wants)
      withdrawn.set(`${idOf(inspected)}\n${key}`, `${proposal.place}: ${wrong[0]!.because}`)
  }

  const phases: readonly ((now: Inspection) => readonly Proposal[])[] = [
    (now) => correctionProposals(now, intended, found.config),
    (now) => missingProposals(now, intended, { workspace, tree: files.tree, below }),
    (now) => billedProposals(now, workspace),
  ]
  let rounds = 0
  for (const propose of phases)
    for (; rounds < MAX_ROUNDS; rounds++) {
      const now = look()
      intended.learn(now)
      const fresh = propose(now).filter(
        (proposal) =>
          !rejected.has(nameOf(proposal)) && proposal.edits.every(({ path }) => isBelow(path, below)),
      )
      if (fresh.length === 0) break
      settle(together(fresh), { attempt, accept, reject })
    }
  return {
    files: files.fixed(),
    changes: accepted.map(changeOf),
    refusals: refusals(look(), intended, withdrawn),
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

function changeOf({ place, mends, edits, entries, wants }: Proposal): FixChange {
  return {
    place,
    path: edits[0]!.path,
    ...(mends !== undefined && { mends }),
    tags: entries.map(([key, value]) => ({
      key,
      value,
      sources: [...new Set(wants.filter(({ spelled }) => spelled === key).map(({ source }) => source))],
    })),
    reaches: [...new Set(wants.map(({ inspected }) => inspected.resource.address))],
  }
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}
