import type { Resource } from '../../domain/resource.ts'
import type { Block, HclFile } from '../../hcl/syntax.ts'
import type { Range } from '../../source/source-file.ts'
import type { ConfigurationLoader } from '../configuration/configuration-loader.ts'
import type { ProjectSpec } from '../load-project.ts'
import type { Entries } from './entries.ts'
import type { SourceEdit } from './source-edit.ts'

/** A place in the files where tags of a resource can be written. */
export interface Place {
  readonly kind: 'own' | 'shared' | 'provider'
  /** The same for the same place, whoever asks. */
  readonly at: string
  /** For a title: `aws_instance.train`, `local.tags`, `default_tags of provider "aws"`. */
  readonly name: string
  /**
   * Set where the attribute is new and takes over what its neighbours take: `write([])` brings just that, and what is
   * then still missing is to be written.
   */
  readonly base: string | undefined
  /** How to write them there; undefined where it cannot be done. */
  write(entries: Entries): readonly SourceEdit[] | undefined
}

/** What a resource's type says about its tags, as the tables of core/tags tell it. */
export interface TagPlacement {
  /** Blocks, then the attribute: `['settings', 'user_labels']`. */
  readonly path: readonly string[]
  readonly style: 'map' | 'pairs'
  readonly acceptsDefaults: boolean
}

export interface PlaceRequest {
  readonly resource: Resource
  readonly loader: ConfigurationLoader
  /** The root module that the resource belongs to. */
  readonly spec: ProjectSpec
  readonly placement: TagPlacement
  /** Whether resources of a type carry their tags in an attribute of the same name. */
  readonly carries: (type: string) => boolean
}

/** The top-level block that a header belongs to. */
export function blockAt(
  loader: ConfigurationLoader,
  { source, start }: Range,
): { readonly file: HclFile; readonly block: Block } | undefined {
  const file = loader.file(source.path)
  const block = file?.body.blocks.find(({ typeSpan }) => typeSpan.start === start)
  return file && block && { file, block }
}

/** Whether a file is the user's, and not a downloaded module's. What is written in JSON is left to its writer. */
export function isEditable({ source: { path } }: Range): boolean {
  return !/(^|\/)\.terraform\//.test(path) && !path.endsWith('.json')
}
