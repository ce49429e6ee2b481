import { DIMENSIONS, type Dimension } from '../../domain/owner.ts'
import type { TagSchema } from '../tag-schema.ts'
import { mlAttribution } from './ml-attribution.ts'
import { mlPrefixed } from './ml-prefixed.ts'

const none: TagSchema = {
  keys: [],
  aliases: new Map(),
  targets: new Map(),
  dimensions: Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, undefined])) as Record<
    Dimension,
    undefined
  >,
}

export const PRESETS = { 'ml-attribution': mlAttribution, 'ml-prefixed': mlPrefixed, none } as const
export type PresetName = keyof typeof PRESETS
export const DEFAULT_PRESET: PresetName = 'ml-attribution'
