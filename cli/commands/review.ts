import { type ChangeSide, FAIL_ON, type FailOn, renderers, reviewChange } from '../../core/index.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { type Arguments, type Command, oneFolder, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fetchIntoSides, MODULE_OPTIONS } from '../module-options.ts'
import { OUTPUT_OPTIONS, outputOf } from '../output-options.ts'
import { BASE_PLAN_OPTIONS, PLAN_OPTIONS, plansIn } from '../plan-options.ts'
import { warnOfOldPrices } from '../price-age.ts'
import { embeddedPriceBook } from '../price-book.ts'
import { rulePage } from '../rule-page.ts'
import { shownPath } from '../terminal.ts'
import { today } from '../today.ts'
import { mergeBase, resolveCommit } from '../trees/git.ts'
import { gitTree } from '../trees/git-tree.ts'
import { withInstalledModules } from '../trees/installed-modules-tree.ts'
import { isFolder, type LocatedFolder, locateFolder, wholeFolder } from '../trees/locate-folder.ts'

export const reviewCommand: Command = {
  name: 'review',
  summary: 'Reviews a change: what it costs a month, whose money that is, and which tags are missing.',
  operands: '[FOLDER]',
  options: {
    base: {
      description: 'revision or folder to compare with (the merge base with the default branch)',
      value: 'SIDE',
    },
    head: { description: 'revision or folder that is reviewed (the work tree)', value: 'SIDE' },
    'fail-on': {
      description: 'what makes the exit code 1, in place of ascribe.yml',
      value: 'WHAT',
      choices: FAIL_ON,
    },
    suggest: { description: 'also say what would be cheaper, what it saves and what it risks' },
    ...PLAN_OPTIONS,
    ...BASE_PLAN_OPTIONS,
    ...MODULE_OPTIONS,
    format: { description: 'how to print it', value: 'FORMAT', choices: Object.keys(renderers.review) },
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'ascribe review',
    'ascribe review --base main --head HEAD --format markdown',
    'ascribe review --plan plan.json --format json --output report.json',
    'ascribe review --base ../before --head . --suggest',
  ],
  details: `Two folders are compared as two whole repositories. Otherwise both sides are of the git repository that
FOLDER lies in, and only what is at or below FOLDER is reviewed. The base side's ascribe.yml decides what fails;
where there is none, nothing does. With a plan, its project's two sides are what is there before it and after it.
Exit codes: 0 nothing found, 1 findings, 2 wrong usage, 3 failure.`,
  run: async (args, terminal) => {
    const { base, head, below, root } = await fetchIntoSides(sidesOf(args), args)
    const failOn = args.option('fail-on') as FailOn | undefined
    const review = reviewChange(base, head, {
      below,
      prices: embeddedPriceBook(),
      failOn,
      suggest: args.flag('suggest'),
      today: today(),
      plans: plansIn(args, 'plan', root),
      basePlans: plansIn(args, 'base-plan', root),
    })
    const format = (args.option('format') ?? 'terminal') as keyof typeof renderers.review
    const output = outputOf(args, terminal)
    output.print(
      renderers.review[format](review, {
        ...output,
        showPath: shownPath(format, root, root),
        rulePage,
        version: packageJson.version,
      }),
    )
    warnOfOldPrices(review.prices.date, terminal)
    return review.verdict.status === 'fail' ? EXIT.findings : EXIT.nothingFound
  },
}

interface Sides {
  readonly base: ChangeSide
  readonly head: ChangeSide
  readonly below: string
  readonly root: string
}

function sidesOf(args: Arguments): Sides {
  const base = args.option('base')
  const head = args.option('head')
  const folders = [base, head].filter((side) => side !== undefined && isFolder(side))
  if (folders.length === 2) return betweenFolders(base!, head!, args)
  if (folders.length === 1)
    throw new UsageError(
      `"${folders[0]}" is a folder. expected --base and --head to be two folders, or two revisions`,
    )
  const place = locateFolder(oneFolder(args))
  const { root, below } = place
  return {
    base: atCommit(place, base === undefined ? mergeBase(root) : resolveCommit(root, base)),
    head:
      head === undefined
        ? { label: 'work tree', tree: place.tree }
        : atCommit(place, resolveCommit(root, head)),
    below,
    root,
  }
}

function betweenFolders(base: string, head: string, { operands }: Arguments): Sides {
  if (operands.length > 0) throw new UsageError('two folders are compared whole. expected no further FOLDER')
  const after = wholeFolder(head)
  return {
    base: { label: base, tree: wholeFolder(base).tree },
    head: { label: head, tree: after.tree },
    below: '',
    root: after.root,
  }
}

function atCommit({ root, tree }: LocatedFolder, commit: string): ChangeSide {
  return { label: commit.slice(0, 10), tree: withInstalledModules(gitTree(root, commit), tree) }
}
