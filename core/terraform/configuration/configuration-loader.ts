import type { Value } from '../../domain/value.ts'
import { parseJsonBody } from '../../hcl/json/parse-json-body.ts'
import { parseHcl, parseTemplate } from '../../hcl/parse.ts'
import type { HclFile, TemplateExpression } from '../../hcl/syntax.ts'
import type { Problem } from '../../source/problem.ts'
import { SourceFile } from '../../source/source-file.ts'
import { directoryOf, joinPath, type SourceTree } from '../../source/source-tree.ts'
import { configurationFiles, isConfigurationFile } from './configuration-files.ts'
import { CONFIGURATION_IN_JSON, VARIABLE_VALUES_IN_JSON } from './json-schema.ts'
import { type ModuleConfiguration, moduleConfiguration } from './module-configuration.ts'

/** Is told what somebody reads: a file's text, a directory's entries, or the configuration in a directory. */
export interface ReadWatch {
  file(path: string): void
  list(directory: string): void
  module(directory: string): void
}

/** Texts whose decoded values are remembered; one more, and all are forgotten. */
const MAX_DECODED = 200

/**
 * What was parsed of a path, as long as somebody uses it: the search for modules, what follows it, and the two sides of a
 * change read mostly the same texts.
 */
const parsedLately = new Map<string, WeakRef<HclFile>>()

/** Reads module directories of one source tree, each file and each directory once. */
export class ConfigurationLoader {
  readonly tree: SourceTree
  #modules = new Map<string, ModuleConfiguration | undefined>()
  #files = new Map<string, HclFile | undefined>()
  #templates = new Map<string, { readonly text: string; readonly template: TemplateExpression }>()
  #decoded = new Map<string, Value>()
  #watch: ReadWatch | undefined
  readonly #like: ConfigurationLoader | undefined

  /** `like`: of a tree with many of the same texts; what it has parsed is not parsed again. */
  constructor(tree: SourceTree, like?: ConfigurationLoader) {
    this.tree = tree
    this.#like = like
    if (!like) return
    // These ask for the text itself.
    this.#templates = like.#templates
    this.#decoded = like.#decoded
  }

  /** A loader that shares all that this one has read, and tells what is read through it. */
  watched(watch: ReadWatch): ConfigurationLoader {
    const { tree } = this
    const loader = new ConfigurationLoader({
      ...tree,
      read: (path) => {
        watch.file(path)
        return tree.read(path)
      },
      list: (directory) => {
        watch.list(directory)
        return tree.list(directory)
      },
    })
    loader.#modules = this.#modules
    loader.#files = this.#files
    loader.#templates = this.#templates
    loader.#decoded = this.#decoded
    loader.#watch = watch
    return loader
  }

  /** Reads a file anew, or all that lies in a directory, when it is next asked for: it may have changed. */
  forget(path: string): void {
    this.#modules.delete(directoryOf(path))
    if (this.#files.delete(path)) return
    // A directory that came or went is told as one change.
    this.#modules.delete(path)
    const inside = `${path}/`
    for (const known of this.#files.keys()) if (known.startsWith(inside)) this.#files.delete(known)
    for (const known of this.#modules.keys()) if (known.startsWith(inside)) this.#modules.delete(known)
  }

  /** The configuration in a directory, or undefined where there is none. */
  module(directory: string): ModuleConfiguration | undefined {
    this.#watch?.module(directory)
    if (!this.#modules.has(directory)) this.#modules.set(directory, this.#load(directory))
    return this.#modules.get(directory)
  }

  file(path: string): HclFile | undefined {
    this.#watch?.file(path)
    if (!this.#files.has(path)) {
      const text = this.tree.read(path)
      this.#files.set(path, text === undefined ? undefined : this.#parse(path, text))
    }
    return this.#files.get(path)
  }

  /** A file, or a text, that is a template: read anew only where it is another than at the last time. */
  template(file: SourceFile): TemplateExpression {
    const { path, text } = file
    const known = this.#templates.get(path)
    if (known?.text === text) return known.template
    const { template } = parseTemplate(file)
    this.#templates.set(path, { text, template })
    return template
  }

  /** What a text means to a decoder: the values of charts are the same at each keystroke, and long. */
  decoded(text: string, decode: (text: string) => Value): Value {
    const known = this.#decoded.get(text)
    if (known) return known
    const value = decode(text)
    if (this.#decoded.size >= MAX_DECODED) this.#decoded.clear()
    this.#decoded.set(text, value)
    return value
  }

  #parse(path: string, text: string): HclFile {
    const like = this.#like ? this.#like.#files.get(path) : undefined
    for (const known of [like, parsedLately.get(path)?.deref()]) if (known?.source.text === text) return known
    const file = parse(new SourceFile(path, text))
    parsedLately.set(path, new WeakRef(file))
    return file
  }

  #load(directory: string): ModuleConfiguration | undefined {
    const files: HclFile[] = []
    const overrides: HclFile[] = []
    const unread: Problem[] = []
    for (const { name, isOverride } of configurationFiles(this.tree.list(directory))) {
      const path = joinPath(directory, name)
      const file = this.file(path)
      if (!file) unread.push(notRead(path))
      else if (isOverride) overrides.push(file)
      else files.push(file)
    }
    if (files.length + overrides.length === 0) return undefined
    return moduleConfiguration(directory, { files, overrides, unread })
  }
}

function parse(source: SourceFile): HclFile {
  if (!source.path.endsWith('.json')) return parseHcl(source)
  const isConfiguration = isConfigurationFile(source.path.slice(source.path.lastIndexOf('/') + 1))
  return parseJsonBody(source, isConfiguration ? CONFIGURATION_IN_JSON : VARIABLE_VALUES_IN_JSON)
}

function notRead(path: string): Problem {
  const range = { source: new SourceFile(path, ''), start: 0, end: 0 }
  const because = 'it is not text, too large, or a link that leads nowhere in the repository'
  return { severity: 'warning', message: `the file is left out: ${because}`, range }
}
