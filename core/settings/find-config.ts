import type { Calibration } from '../config/calibration.ts'
import type { Config } from '../config/config.ts'
import { CONFIG_FILE_NAMES, readConfig } from '../config/read-config.ts'
import { NO_USAGE, readUsageFile, USAGE_FILE_NAME } from '../config/usage-file.ts'
import { ConfigurationError } from '../domain/configuration-error.ts'
import type { Problem } from '../source/problem.ts'
import { locate, SourceFile } from '../source/source-file.ts'
import { directoryOf, joinPath, type SourceTree } from '../source/source-tree.ts'
import type { PlacedConfig } from './placed-config.ts'

/** The configuration that holds for a folder, and what is wrong with it. */
export interface FoundConfig extends PlacedConfig {
  /** Whether there is an `ascribe.yml`; without one, the preset holds. */
  readonly isWritten: boolean
  /** The file, where there is one. */
  readonly source: SourceFile | undefined
  /** The files that it includes. */
  readonly included: readonly SourceFile[]
  /** The usage file, where there is one. */
  readonly usageSource: SourceFile | undefined
  readonly problems: readonly Problem[]
  /** Set where the file is of a version that is not known: nothing may be judged by what it does not say. */
  readonly otherVersion?: Problem | undefined
}

/** The nearest `ascribe.yml` at or above a folder of the tree. Throws a `ConfigurationError` where one is there and unreadable. */
export function findConfig(tree: SourceTree, below: string): FoundConfig {
  for (let directory = below; ; directory = directoryOf(directory)) {
    for (const name of CONFIG_FILE_NAMES) {
      const path = joinPath(directory, name)
      const text = tree.read(path)
      if (text === undefined) {
        if (!tree.list(directory).some((entry) => entry.name === name)) continue
        throw new ConfigurationError(`${path} cannot be read. expected a text file of at most 16 MiB`)
      }
      return placed(tree, directory, new SourceFile(path, text))
    }
    if (directory === '') return placed(tree, below, undefined)
  }
}

function placed(tree: SourceTree, directory: string, source: SourceFile | undefined): FoundConfig {
  const {
    config: written,
    problems,
    included,
    otherVersion,
  } = readConfig(source, (file) => {
    const path = joinPath(directory, file)
    const text = tree.read(path)
    return text === undefined ? undefined : new SourceFile(path, text)
  })
  // Paths of the file are from its folder on, those of trees from their root.
  const { book } = written.prices
  const usageSource = usageFile(tree, directory)
  const { usage, problems: inUsage } = usageSource
    ? readUsageFile(usageSource)
    : { usage: NO_USAGE, problems: [] }
  const located =
    book === undefined
      ? written
      : { ...written, prices: { ...written.prices, book: joinPath(directory, book) } }
  const config = usage.measured ? calibrated(located, usage.measured) : located
  return {
    config,
    directory,
    isWritten: source !== undefined,
    source,
    included,
    usage,
    usageSource,
    problems: [...problems, ...inUsage],
    otherVersion,
  }
}

/** What a bill said of prices, and what growth is measured against. */
function calibrated(config: Config, { discounts, baselines }: Calibration): Config {
  const { prices, thresholds } = config
  return {
    ...config,
    prices: { ...prices, discounts: [...discounts, ...prices.discounts] },
    thresholds: { ...thresholds, growth: { ...thresholds.growth, baselines } },
  }
}

/** A configuration that may judge. Throws a `ConfigurationError` where its version is not known: that is all there is to say. */
export function whatJudges(found: FoundConfig): FoundConfig {
  const { otherVersion } = found
  if (!otherVersion) return found
  const { path, line, column } = locate(otherVersion.range)
  throw new ConfigurationError(`${path}:${line}:${column}: ${otherVersion.message}`)
}

function usageFile(tree: SourceTree, directory: string): SourceFile | undefined {
  const path = joinPath(directory, USAGE_FILE_NAME)
  const text = tree.read(path)
  return text === undefined ? undefined : new SourceFile(path, text)
}
