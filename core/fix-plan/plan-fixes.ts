import { idOf } from '../fix/differences.ts'
import type { FixChange, FixPlan } from '../fix/fix-plan.ts'
import { nameOf, type Proposal, together } from '../fix/proposal.ts'
import { refusals } from '../fix/refusals.ts'
import { settle } from '../fix/settle.ts'
import type { PriceBook } from '../pricing/price-book.ts'
import type { Inspection } from '../review/inspection.ts'
import type { SourceTree } from '../source/source-tree.ts'
import { billedProposals } from './fix-billed.ts'
import { correctionProposals, missingProposals } from './fix-proposals.ts'
import { type FixTrial, fixTrial } from './fix-trial.ts'

export interface FixOptions {
  readonly tree: SourceTree
  /** Only what lies at or below this folder of the tree is mended, and written to; `''` is the whole tree. */
  readonly below: string
  readonly prices: PriceBook
  /** An ISO date; without it, nothing is past. */
  readonly today?: string
  /** Values by the schema's keys. */
  readonly set: ReadonlyMap<string, string>
  /** Whether a value may be taken from the neighbours, where all of them agree. */
  readonly neighbours: boolean
}

/** Every round writes something or rules something out; more than these nobody's tags need. */
const MAX_ROUNDS = 200

/**
 * What to write so that everything in a tree has the tags that its schema asks for, at as few places as can be. After
 * each step the whole tree is evaluated again: all resources have then the tags that are intended, and nothing else of
 * them is another. What that cannot be said of is taken back, and told as a refusal. Throws a `ConfigurationError` where
 * `ascribe.yml` may not judge, or `set` says what its schema does not allow.
 */
export function planFixes(options: FixOptions): FixPlan {
  const { below } = options
  const trial = fixTrial(options)
  const { files, workspace, intended, look } = trial
  const { config } = workspace.config()
  const accepted: Proposal[] = []
  const rejected = new Set<string>()
  const withdrawn = new Map<string, string>()
  const phases: readonly ((now: Inspection) => readonly Proposal[])[] = [
    (now) => correctionProposals(now, intended, config),
    (now) => missingProposals(now, intended, { workspace, tree: files.tree, below }),
    (now) => billedProposals(now, workspace),
  ]
  let rounds = 0
  for (const propose of phases)
    for (; rounds < MAX_ROUNDS; rounds++) {
      const fresh = propose(learnt(trial)).filter(
        (proposal) =>
          !rejected.has(nameOf(proposal)) && proposal.edits.every(({ path }) => isBelow(path, below)),
      )
      if (fresh.length === 0) break
      settle(together(fresh), {
        attempt: trial.attempt,
        accept: (proposal) => accepted.push(proposal),
        reject: (proposal, [first]) => {
          rejected.add(nameOf(proposal))
          for (const { inspected, key } of proposal.wants)
            withdrawn.set(`${idOf(inspected)}\n${key}`, `${proposal.place}: ${first!.because}`)
        },
      })
    }
  return {
    files: files.fixed(),
    changes: accepted.map(changeOf),
    refusals: refusals(look(), intended, withdrawn),
  }
}

function learnt({ look, intended }: FixTrial): Inspection {
  const now = look()
  intended.learn(now)
  return now
}

function changeOf({ place, mends, edits, entries, wants }: Proposal): FixChange {
  const reached = new Map(wants.map(({ inspected }) => [idOf(inspected), inspected.resource]))
  return {
    place,
    path: edits[0]!.path,
    ...(mends !== undefined && { mends }),
    tags: entries.map(([key, value]) => ({
      key,
      value,
      sources: [...new Set(wants.filter(({ spelled }) => spelled === key).map(({ source }) => source))],
    })),
    reaches: [...reached.values()].map(({ project, address }) => ({ project, address })),
  }
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}
