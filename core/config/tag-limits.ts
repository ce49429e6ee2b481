import type { Target } from './spelling.ts'
import type { TagSchema } from './tag-schema.ts'

/** What a target takes as the tags of one thing. */
export interface TagLimits {
  /** What a tag is called there, with its article. */
  readonly noun: string
  readonly key: TextLimits
  readonly value: TextLimits
  /** How many tags one thing can have; undefined where nobody counts them. */
  readonly maxTags: number | undefined
  /** Keys that differ by nothing but case are one tag. */
  readonly keysIgnoreCase: boolean
}

interface TextLimits {
  readonly legal: RegExp
  /** In words, for a message. */
  readonly says: string
  /** The nearest text that is legal; each character that is not allowed becomes the separator. */
  readonly spell: (text: string, separator: string) => string
}

const cut = (text: string, length: number) => [...text].slice(0, length).join('')

/** https://cloud.google.com/resource-manager/docs/labels-overview#requirements */
const GOOGLE_CHARACTERS = /[^\p{Ll}\p{Lo}\p{N}_-]/gu
const google: TagLimits = {
  noun: 'a Google label',
  key: {
    legal: /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]{0,62}$/u,
    says: 'at most 63 lower-case letters, digits, "_" and "-", a letter first',
    spell: (text, separator) => {
      const spelled = text.toLowerCase().replace(GOOGLE_CHARACTERS, separator)
      return cut(spelled.replace(/^[^\p{Ll}\p{Lo}]+/u, ''), 63)
    },
  },
  value: {
    legal: /^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u,
    says: 'at most 63 lower-case letters, digits, "_" and "-"',
    spell: (text, separator) => cut(text.toLowerCase().replace(GOOGLE_CHARACTERS, separator), 63),
  },
  maxTags: 64,
  keysIgnoreCase: false,
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/
const spellName = (text: string, separator: string) => {
  const spelled = text.replace(/[^A-Za-z0-9_.-]/gu, separator).replace(/^[^A-Za-z0-9]+/, '')
  return cut(spelled, 63).replace(/[_.-]+$/, '')
}
const kubernetes: TagLimits = {
  noun: 'a Kubernetes label',
  key: {
    legal:
      /^(?=[\s\S]{1,317}$)(?=[^/]{1,253}\/|[^/]*$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/,
    says: 'at most 63 letters, digits, "-", "_" and ".", a letter or digit at both ends, after a domain and "/" if any',
    spell: (text, separator) => {
      const [, domain = '', name = text] = /^([a-z0-9.-]+\/)([^/]+)$/.exec(text) ?? []
      return domain + spellName(name, separator)
    },
  },
  value: {
    legal: new RegExp(`^$|${NAME.source}`),
    says: 'at most 63 letters, digits, "-", "_" and ".", a letter or digit at both ends',
    spell: spellName,
  },
  maxTags: undefined,
  keysIgnoreCase: false,
}

/**
 * https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html#tag-conventions
 * Which characters a service takes is its own affair (EC2 takes all), so that only what holds for all is asked here.
 */
const aws: TagLimits = {
  noun: 'an AWS tag',
  key: {
    legal: /^(?!aws:)[\s\S]{1,128}$/iu,
    says: 'at most 128 characters, and "aws:" is its own beginning',
    spell: (text) => cut(text.replace(/^(?:aws:)+/i, ''), 128),
  },
  value: { legal: /^[\s\S]{0,256}$/u, says: 'at most 256 characters', spell: (text) => cut(text, 256) },
  maxTags: 50,
  keysIgnoreCase: false,
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations */
const azure: TagLimits = {
  noun: 'an Azure tag',
  key: {
    legal: /^[^<>%&\\?/]{1,512}$/u,
    says: 'at most 512 characters, without < > % & \\ ? /',
    spell: (text, separator) => cut(text.replace(/[<>%&\\?/]/g, separator), 512),
  },
  value: { legal: /^[\s\S]{0,256}$/u, says: 'at most 256 characters', spell: (text) => cut(text, 256) },
  maxTags: 50,
  keysIgnoreCase: true,
}

const LIMITS: Readonly<Record<Target, TagLimits>> = { aws, google, azure, kubernetes }

/** Types that take less than the rest of their cloud. */
const OF_TYPES: Readonly<Record<string, TagLimits>> = {
  aws_s3_object: { ...aws, maxTags: 10 },
  azurerm_storage_account: {
    ...azure,
    key: {
      legal: /^[^<>%&\\?/]{1,128}$/u,
      says: 'at most 128 characters on a storage account, without < > % & \\ ? /',
      spell: (text, separator) => cut(azure.key.spell(text, separator), 128),
    },
  },
}

export function tagLimits(target: Target, type?: string): TagLimits {
  return (type !== undefined && Object.hasOwn(OF_TYPES, type) && OF_TYPES[type]) || LIMITS[target]
}

/** More than any target keeps of a text, whatever is dropped from its beginning. */
const MAX_LOOKED_AT = 2_000

/**
 * A key or a value as a target can have it: itself, or with `schema.targets.*.separator` in place of what is not allowed.
 * Empty where nothing of it can stay.
 */
export function legalSpelling(
  text: string,
  part: 'key' | 'value',
  target: Target,
  { targets }: Pick<TagSchema, 'targets'>,
  type?: string,
): string {
  const limits = tagLimits(target, type)[part]
  if (limits.legal.test(text)) return text
  return limits.spell(text.slice(0, MAX_LOOKED_AT), separatorOn(target, targets))
}

function separatorOn(target: Target, targets: TagSchema['targets']): string {
  const declared = targets.get(target)?.separator
  // What the target does not take in the middle of a word, or takes for more than that, is no separator there.
  const isLegal =
    declared !== undefined && /^[-_.]$/.test(declared) && LIMITS[target].value.legal.test(`a${declared}a`)
  return isLegal ? declared : target === 'kubernetes' ? '-' : '_'
}

/**
 * The characters that may have been where a legal value has this one; empty where a target changes none. A value is
 * spelled character by character, so that patterns can be asked about the original.
 */
export function originals(character: string, target: Target | undefined): readonly string[] {
  if (target !== 'google' && target !== 'kubernetes') return []
  if (/[_.-]/.test(character)) return target === 'google' ? [...PUNCTUATION, '.'] : PUNCTUATION
  const upper = character.toUpperCase()
  return target === 'google' && upper !== character ? [upper] : []
}

/** What is common in names and addresses, and in no label. */
const PUNCTUATION = [...' !"#$%&\'()*+,/:;<=>?@[\\]^`{|}~']
