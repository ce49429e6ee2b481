import { ask, askLine } from './ask.ts'

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

export function isCommit(text: string | undefined): text is string {
  return text !== undefined && COMMIT.test(text)
}

/**
 * A commit's parents, from the commit itself: in a checkout of depth 1 git hides them everywhere else.
 */
export function parentsOf(folder: string, commit: string): readonly string[] {
  const [header = ''] = (ask(folder, 'cat-file', '-p', commit) ?? '').split('\n\n')
  return header
    .split('\n')
    .filter((line) => line.startsWith('parent '))
    .map((line) => line.slice('parent '.length).trim())
}

export function isShallow(folder: string): boolean {
  return askLine(folder, 'rev-parse', '--is-shallow-repository') === 'true'
}

/** Whether the commit's files are here, after fetching them if they were not. */
export function haveCommit(folder: string, commit: string): boolean {
  if (!isCommit(commit)) return false
  const partial = isPartial(folder)
  const isHere = () => (partial ? hasAll(folder, commit) : hasTree(folder, commit))
  return isHere() || (fetchCommit(folder, commit, partial) && isHere())
}

function hasTree(folder: string, commit: string): boolean {
  return ask(folder, 'cat-file', '-e', `${commit}^{tree}`) !== undefined
}

/** A clone may leave out contents that nobody has asked for; each would be fetched alone. */
function isPartial(folder: string): boolean {
  return askLine(folder, 'config', '--get-regexp', '^remote\\..*\\.promisor$') !== undefined
}

/** Whether no object of the commit's files is missing. */
function hasAll(folder: string, commit: string): boolean {
  const missing = ask(folder, 'rev-list', '--objects', '--missing=print', '--no-walk', commit)
  return missing !== undefined && !/^\?/m.test(missing)
}

/** Fetches one commit and its files. No history: a full clone stays full, a shallow one shallow. */
function fetchCommit(folder: string, commit: string, partial: boolean): boolean {
  const remote = askLine(folder, 'remote')
  if (!remote) return false
  const options = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--no-auto-gc']
  if (isShallow(folder)) options.push('--depth=1')
  if (partial) options.push('--refetch', '--no-filter')
  return ask(folder, 'fetch', ...options, '--', remote, commit) !== undefined
}
