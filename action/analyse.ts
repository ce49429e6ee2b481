import { existsSync } from 'node:fs'
import path from 'node:path'
import { withCharts } from '../cli/trees/chart-renderer.ts'
import { diskTree } from '../cli/trees/disk-tree.ts'
import { withInstalledModules } from '../cli/trees/installed-modules-tree.ts'
import { readPlanFile } from '../cli/trees/plan-file.ts'
import {
  ConfigurationError,
  type ProjectPlan,
  type Review,
  resolvePath,
  reviewChange,
  type SourceTree,
} from '../core/index.ts'
import type { Progress } from '../modules/fetch-modules.ts'
import { withModules } from '../modules/with-modules.ts'
import { type Situation, shortCommit } from './event.ts'
import { askLine } from './git/ask.ts'
import { lendToken, prepareGit } from './git/environment.ts'
import { changedPaths, type SideTree, sideTree } from './git/side-tree.ts'
import { findSides, type Sides } from './git/sides.ts'
import type { GitHub } from './github/client.ts'
import type { Inputs } from './inputs.ts'
import { inGroup, log } from './log.ts'
import { embeddedPriceBook } from './price-book.ts'

/** A review, and what only the two commits can tell about it. */
export interface Analysis {
  readonly review: Review
  /** A file that may cost money has changed. */
  readonly isRelevant: boolean
  /** Files that cannot be read as the change leaves them. */
  readonly broken: Review['problems']
  readonly baseIs: string | undefined
  /** The commit that a reader knows the head by. */
  readonly head: string
  readonly headSide: HeadSide
}

/** What was reviewed. */
interface HeadSide {
  readonly tree: SourceTree
  readonly below: string
  /** An ISO date. */
  readonly today: string
  readonly plans: readonly ProjectPlan[]
  /** Path → git's name for the content. */
  readonly ids: ReadonlyMap<string, string>
}

/** What can change a cost or a tag. */
const RELEVANT =
  /\.(?:tf|tf\.json|tofu|tfvars|tfvars\.json|hcl)$|(?:^|\/)ascribe\.ya?ml$|^(?!\.github\/).*\.ya?ml$/

/** A source may hold a password, which is not for the log. */
const LOGGED: Progress = {
  step: (done, known, source) =>
    log(`${done} of ${known} modules; next ${source.replace(/\/\/[^/\s]*@/g, '//')}`),
  end: () => undefined,
}

/** Reviews the change that the event is about. */
export async function analyse(
  situation: Situation,
  inputs: Inputs,
  github: GitHub | undefined,
): Promise<Analysis> {
  const compared = await inGroup('Find what to compare', () => findCompared(situation, inputs, github))
  const trees = await inGroup('Find modules', () => withAllModules(compared, inputs))
  return inGroup('Review', () => reviewed(compared, trees, situation, inputs))
}

/** The two commits' files, and the folder of them that is asked for. */
interface Compared {
  readonly root: string
  readonly below: string
  readonly sides: Sides
  readonly base: SideTree
  readonly head: SideTree
}

async function findCompared(
  situation: Situation,
  inputs: Inputs,
  github: GitHub | undefined,
): Promise<Compared> {
  prepareGit(situation.workspace)
  const { root, below } = locate(situation.workspace, inputs.path)
  lendToken(root, situation.serverUrl, inputs.token)
  const sides = await findSides(situation, root, github)
  if (!sides)
    throw new ConfigurationError(
      'no base to compare with was found. check out with fetch-depth: 0, or give the token "contents: read"',
    )
  const [base, head] = [await sideTree(root, sides.base, github), await sideTree(root, sides.head, github)]
  if (!base || !head)
    throw new ConfigurationError(
      `the files of commit ${base ? sides.head : sides.base} are not to be had. give the token "contents: read"`,
    )
  log(`comparing ${shortCommit(sides.base)} (${sides.baseIs}) with ${shortCommit(sides.head)}`)
  return { root, below, sides, base, head }
}

async function withAllModules(
  { root, below, base, head }: Compared,
  { fetchModules }: Inputs,
): Promise<{ readonly base: SourceTree; readonly head: SourceTree }> {
  const installed = diskTree(root)
  const [before, after] = [base.tree, head.tree].map((tree) => withInstalledModules(tree, installed)) as [
    SourceTree,
    SourceTree,
  ]
  const trees = await withModules([before, after], {
    judge: before,
    below,
    fetch: fetchModules,
    progress: LOGGED,
  })
  return { base: withCharts(trees[0]!), head: withCharts(trees[1]!) }
}

function reviewed(
  { root, below, sides, base, head }: Compared,
  trees: { readonly base: SourceTree; readonly head: SourceTree },
  { workspace }: Situation,
  inputs: Inputs,
): Analysis {
  const plans = inputs.plans.map((given) => readPlanFile(given, workspace, root))
  const today = new Date().toISOString().slice(0, 10)
  const review = reviewChange(
    { label: shortCommit(sides.base), tree: trees.base },
    { label: shortCommit(sides.shownHead), tree: trees.head },
    {
      below,
      prices: embeddedPriceBook(),
      failOn: inputs.failOn,
      suggest: inputs.suggestions,
      plans,
      today,
    },
  )
  log(
    `${review.resources.length} resources changed, ${review.findings.new.length} new findings, ${review.problems.length} problems in files`,
  )
  const changed = changedPaths(base, head)
  const broken = review.problems.filter(
    ({ severity, range }) => severity === 'error' && changed.has(range.source.path),
  )
  const isBelow = (file: string) => below === '' || file.startsWith(`${below}/`)
  return {
    review: judgeBroken(review, broken.length, inputs.onParseError),
    isRelevant:
      review.resources.length > 0 ||
      [...changed].some((file) => RELEVANT.test(file) && (isBelow(file) || /ascribe\.ya?ml$/.test(file))),
    broken,
    baseIs: sides.baseIs,
    head: sides.shownHead,
    headSide: { tree: trees.head, below, today, plans, ids: head.ids },
  }
}

/** What cannot be read cannot be judged: by `on-parse-error` that fails, where anything fails at all. */
function judgeBroken(review: Review, broken: number, policy: Inputs['onParseError']): Review {
  if (broken === 0) return review
  const { verdict } = review
  const fails = policy === 'fail' && verdict.failOn !== 'none'
  const status = fails ? 'fail' : verdict.status === 'pass' ? 'warn' : verdict.status
  const reason = `${broken} ${broken === 1 ? 'problem' : 'problems'} in files that cannot be read`
  return { ...review, verdict: { ...verdict, status, because: [reason, ...verdict.because] } }
}

/** The repository around the folder to review: the workspace, or a checkout in a folder of it. */
function locate(workspace: string, folder: string): { readonly root: string; readonly below: string } {
  const inside = resolvePath('', folder)
  if (inside === undefined)
    throw new ConfigurationError(`path "${folder}" leaves the workspace. expected a folder in it`)
  const full = path.join(workspace, inside)
  const start = existsSync(full) ? full : workspace
  const prefix = askLine(start, 'rev-parse', '--show-cdup')
  if (prefix === undefined) return { root: workspace, below: inside }
  const root = path.join(start, prefix)
  return { root, below: path.relative(root, full).split(path.sep).join('/') }
}
