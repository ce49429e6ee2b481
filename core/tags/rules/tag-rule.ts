import type { Catalogue } from '../../config/catalogue.ts'
import type { TagRuleId } from '../../config/rule-ids.ts'
import type { Target } from '../../config/spelling.ts'
import type { TagKey, TagSchema } from '../../config/tag-schema.ts'
import type { Severity } from '../../domain/finding.ts'
import type { Usd } from '../../domain/money.ts'
import type { Resource } from '../../domain/resource.ts'
import type { Tag } from '../../domain/tag.ts'
import type { UnknownValue } from '../../domain/value.ts'
import type { Range } from '../../source/source-file.ts'

/** What is wrong with the tags of a resource. Id, severity, address and place are added by `checkTags`. */
export interface TagRule {
  readonly id: TagRuleId
  readonly severity: Severity
  /** What the rule asks for, in a sentence. */
  readonly summary: string
  check(checked: CheckedTags): Iterable<TagProblem>
}

export interface CheckedTags {
  readonly resource: Resource
  readonly schema: TagSchema
  readonly catalogue: Catalogue
  /** Which spelling of keys and values holds there. */
  readonly target: Target | undefined
  /** `2026-11-21`; undefined where nobody says which day it is. */
  readonly today: string | undefined
  /** Every tag that is certainly present, by the spelling it has. */
  readonly tags: ReadonlyMap<string, Tag>
  /** The tag that stands for a key of the schema, whatever its spelling. */
  readonly tagFor: (key: string) => Tag | undefined
  /** How the key is to be written there, and what it is called: `tag "model_id"`, `label "ml.acme.example/model-id"`. */
  readonly named: (key: string) => NamedTag
  /** Why a tag that is written near by is not the resource's; undefined where there is none. */
  readonly elsewhere: (key: string) => string | undefined
  /** Further tags may be present, because of this. */
  readonly open: UnknownValue | undefined
  /** What the bill will show, line by line; the main one first. */
  readonly billed: readonly CheckedLine[]
  /** Why the bill does not show a tag although it is there, by its spelling. */
  readonly notActivated: (spelling: string) => string | undefined
}

/** A line of the bill, as far as the rules ask about it. */
export interface CheckedLine {
  readonly what: string
  readonly remedy: string
  /** The monthly cost that the line stands for. */
  readonly cost: Usd
  readonly isMain: boolean
  /** Whether the line shows the tag of a key; undefined where that cannot be seen. */
  readonly shows: (key: string) => boolean | undefined
}

export interface NamedTag {
  readonly spelling: string
  readonly noun: 'tag' | 'label'
}

export interface TagProblem {
  readonly message: string
  /** The schema's key that it is about. */
  readonly key?: TagKey
  /** Where to look, nearest first; the resource itself where none of them is in the repository. */
  readonly ranges?: readonly Range[]
  /** The part of the resource's cost that is at stake; the whole where it is not said. */
  readonly cost?: Usd
}
