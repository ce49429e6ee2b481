import type { MergedChange } from '../core/index.ts'
import type { Arguments, Option } from './command.ts'
import { embeddedPriceBook } from './price-book.ts'
import { readChangeLogFile } from './trees/change-log-file.ts'
import type { LocatedFolder } from './trees/locate-folder.ts'
import { mergedChanges } from './trees/merged-changes.ts'

/** What was merged, for those who look for why. */
export const CHANGES_OPTIONS: Readonly<Record<string, Option>> = {
  changes: {
    description: 'JSON file of merged changes, each with the report that ascribe review made of it',
    value: 'FILE',
  },
  git: { description: 'look at the commits of the repository that ascribe.yml lies in' },
}

/** Of these days, both included. */
export function changesIn(
  args: Arguments,
  place: LocatedFolder,
  days: { readonly from: string; readonly last: string },
): readonly MergedChange[] {
  const file = args.option('changes')
  return [
    ...(file === undefined ? [] : readChangeLogFile(file)),
    ...(args.flag('git') ? mergedChanges(place, days, embeddedPriceBook()) : []),
  ]
}
