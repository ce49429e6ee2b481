import { identityOf } from '../domain/address.ts'
import type { Resource } from '../domain/resource.ts'
import type { Tag } from '../domain/tag.ts'
import { strayLike } from '../fix/strays.ts'
import type { Range } from '../source/source-file.ts'
import { keyText, type SourceEdit } from '../terraform/edits/index.ts'
import type { ConfigurationLoader, ProjectSpec } from '../terraform/index.ts'
import { alsoText } from './tag-edits.ts'
import { shown, type TagFix } from './tag-fix.ts'
import { isSame, Trial } from './tag-trial.ts'

export interface RenameRequest {
  readonly resource: Resource
  readonly loader: ConfigurationLoader
  readonly projects: readonly ProjectSpec[]
  /** Tags that the resource has and no key of the schema claims. */
  readonly strays: readonly Tag[]
  /** The key that is missing, as it is spelled there. */
  readonly key: string
}

/** The way to give a misspelled key its right name, where one looks like what is missing. Tried as `tagEdits` are. */
export function renameTagFix({ resource, loader, projects, strays, key }: RenameRequest): TagFix | undefined {
  const found = renameEdit(strays, key)
  if (!found) return undefined
  const { tag, edit } = found
  const trial = new Trial(loader, projects)
  const outcome = trial.of([edit])
  const after = outcome?.tagsOf(resource)
  if (!outcome || after?.kind !== 'taggable') return undefined
  const now = after.tags.tags.get(key)
  if (after.tags.tags.has(tag.key) || !now || !isSame(now.value, tag.value)) return undefined
  const others = outcome.changes(trial.before).filter((change) => change.key !== identityOf(resource))
  return { title: renameTitle(tag, key) + alsoText(others.length), edits: shown([edit]), isPreferred: true }
}

export function renameTitle(tag: Tag, key: string): string {
  return `Rename tag ${JSON.stringify(tag.key)} to ${JSON.stringify(key)}`
}

/** How that tag's key is renamed; undefined where there is none, or its key is not simply written. Not tried. */
export function renameEdit(
  strays: readonly Tag[],
  key: string,
): { readonly tag: Tag; readonly edit: SourceEdit } | undefined {
  const tag = strayLike(strays, key)
  const [written] = tag?.origins ?? []
  const word = written && keyAt(written.range)
  if (!tag || !word || word.key !== tag.key) return undefined
  const { source, start } = written.range
  const end = start + word.text.length + word.gap
  const pieces = [aligned(keyText(key, word.isQuoted), word)]
  return { tag, edit: { path: source.path, start, end, pieces } }
}

/** The key that a place in an object starts with, as it is written and as it is meant. */
function keyAt({ source, start }: Range) {
  if (/(^|\/)\.terraform\//.test(source.path)) return undefined
  const [text] = /^(?:"[^"\\\n$%]*"|[A-Za-z_][\w-]*)/.exec(source.text.slice(start, start + 300)) ?? []
  if (text === undefined) return undefined
  const isQuoted = text.startsWith('"')
  const { length: gap } = /^ *(?==)/.exec(source.text.slice(start + text.length, start + 400))?.[0] ?? ''
  return { text, isQuoted, key: isQuoted ? text.slice(1, -1) : text, gap }
}

/** Where the `=` of several lines stand below each other, this one stays where it is. */
function aligned(name: string, { text, gap }: { readonly text: string; readonly gap: number }): string {
  return name + ' '.repeat(gap > 1 ? Math.max(1, text.length + gap - name.length) : gap)
}
