import type { ChangeSide, SourceTree } from '../core/index.ts'
import { withModules } from '../modules/with-modules.ts'
import { type Arguments, type Option, UsageError } from './command.ts'
import { moduleProgress } from './progress.ts'
import { withCharts } from './trees/chart-renderer.ts'

/** Of every command that reads Terraform. */
export const MODULE_OPTIONS: Readonly<Record<string, Option>> = {
  fetch: { description: 'download the modules that are not installed (unless ascribe.yml says otherwise)' },
  'no-fetch': { description: 'use no network: modules that are not installed are named and left out' },
}

/** A folder's tree with the modules that it lacks. */
export async function fetchInto(tree: SourceTree, below: string, args: Arguments): Promise<SourceTree> {
  const [grown] = await withModules([tree], { ...optionsOf(args), judge: tree, below })
  return withCharts(grown!)
}

/** Both sides of a change with the modules that they lack, as the base side allows. */
export async function fetchIntoSides<Sides extends { base: ChangeSide; head: ChangeSide; below: string }>(
  sides: Sides,
  args: Arguments,
): Promise<Sides> {
  const { base, head, below } = sides
  const trees = await withModules([base.tree, head.tree], { ...optionsOf(args), judge: base.tree, below })
  const [before, after] = trees.map(withCharts)
  return { ...sides, base: { ...base, tree: before! }, head: { ...head, tree: after! } }
}

function optionsOf(args: Arguments) {
  const [on, off] = [args.flag('fetch'), args.flag('no-fetch')]
  if (on && off) throw new UsageError('--fetch and --no-fetch exclude each other')
  return { fetch: on ? true : off ? false : undefined, progress: moduleProgress(process.stderr, args) }
}
