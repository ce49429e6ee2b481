import path from 'node:path'
import { type MergedChange, readChangeLog } from '../core/index.ts'
import type { Arguments, Option } from './command.ts'
import { embeddedPriceBook } from './price-book.ts'
import type { LocatedFolder } from './trees/locate-folder.ts'
import { mergedChanges } from './trees/merged-changes.ts'
import { readPlainFile, readReportFile } from './trees/report-file.ts'

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
    ...(file === undefined ? [] : changesInFile(file)),
    ...(args.flag('git') ? mergedChanges(place, days, embeddedPriceBook()) : []),
  ]
}

/** Reports are named from the file's own folder. */
export function changesInFile(file: string): readonly MergedChange[] {
  const folder = path.dirname(file)
  return readChangeLog(readPlainFile(file), file, (report) => readReportFile(path.join(folder, report)))
}
