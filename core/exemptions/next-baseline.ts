import type { Finding } from '../domain/finding.ts'
import type { NotLoadedModule } from '../domain/resource.ts'
import { type BaselineEntry, entryFor, entryIdentity, isRecorded } from './baseline.ts'

/** What a baseline becomes, and what that changes. */
export interface NextBaseline {
  readonly entries: readonly BaselineEntry[]
  /** Findings that it did not have. */
  readonly added: readonly Finding[]
  /** Entries of what is fixed. */
  readonly dropped: readonly BaselineEntry[]
}

/**
 * The baseline of what is found now; with `onlyDrop`, no more than was in it before. What lies in modules that are not
 * there to be read is not known to be fixed, and stays.
 */
export function nextBaseline(
  before: readonly BaselineEntry[],
  findings: readonly Finding[],
  {
    rename,
    notLoaded,
    isPartial,
    onlyDrop,
  }: {
    readonly rename: (project: string, address: string) => string
    readonly notLoaded: readonly NotLoadedModule[]
    /** Whether some files cannot be read: then nothing is known to be fixed. */
    readonly isPartial: boolean
    readonly onlyDrop: boolean
  },
): NextBaseline {
  const renamed = before.map((entry) => ({ ...entry, address: rename(entry.project, entry.address) }))
  const known = new Set(renamed.map(entryIdentity))
  const recorded = findings.filter(isRecorded)
  const added = recorded.filter((finding) => !known.has(entryIdentity(entryFor(finding))))
  const current = new Set(recorded.map((finding) => entryIdentity(entryFor(finding))))
  const hidden = isPartial ? () => true : isHidden(notLoaded)
  const kept = renamed.filter((entry) => current.has(entryIdentity(entry)) || hidden(entry))
  const dropped = renamed.filter((entry) => !current.has(entryIdentity(entry)) && !hidden(entry))
  return { entries: onlyDrop ? kept : [...kept, ...added.map(entryFor)], added, dropped }
}

/** Whether an entry lies in a module that is not loaded, at any depth. */
function isHidden(notLoaded: readonly NotLoadedModule[]): (entry: BaselineEntry) => boolean {
  const modules = new Set(notLoaded.map(({ project, address }) => JSON.stringify([project, address])))
  if (modules.size === 0) return () => false
  return ({ project, address }) =>
    [...address.matchAll(/\./g)].some(({ index }) =>
      modules.has(JSON.stringify([project, address.slice(0, index)])),
    )
}
