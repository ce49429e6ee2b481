import { compilePattern } from '../../config/pattern.ts'
import { readYaml, type YamlNode } from '../../config/yaml-tree.ts'
import type { Problem } from '../../source/problem.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { yamlText } from '../text/yaml-text.ts'
import { isAwsTagPolicy, readAwsTagPolicy } from './aws-tag-policy.ts'
import { isAzurePolicy, readAzurePolicy } from './azure-policy.ts'
import type { Import, ImportedKey } from './imported-key.ts'
import { isRequiredTags, readRequiredTags } from './required-tags.ts'

/** In the order they are tried: the looser, the later. */
const FORMATS: readonly {
  readonly is: (root: YamlNode) => boolean
  readonly read: (root: YamlNode, into: Import) => void
}[] = [
  { is: isAwsTagPolicy, read: readAwsTagPolicy },
  { is: isAzurePolicy, read: readAzurePolicy },
  { is: isRequiredTags, read: readRequiredTags },
]

/**
 * The tag schema of a policy, as an ascribe.yml. What it cannot say is a problem at its place: nothing is lost silently.
 * No text where the file holds none of the formats.
 */
export function importPolicy(source: SourceFile): {
  readonly yaml: string | undefined
  readonly problems: readonly Problem[]
} {
  const { root, problems: found } = readYaml(source)
  const into: Import = { keys: new Map(), problems: [...found] }
  const format = root && FORMATS.find(({ is }) => is(root))
  if (!root || !format) {
    const message =
      'expected an AWS tag policy ("tags"), an Azure Policy ("policyRule") or a list of required tags ("required_tags")'
    const range = root?.range ?? { source, start: 0, end: 0 }
    return { yaml: undefined, problems: [...found, { severity: 'error', message, range }] }
  }
  format.read(root, into)
  if (into.keys.size === 0) return { yaml: undefined, problems: into.problems }
  const keys = Object.fromEntries([...into.keys].map(([name, key]) => [name, written(name, key, root, into)]))
  return { yaml: yamlText({ version: 1, schema: { preset: 'none', keys } }), problems: into.problems }
}

function written(name: string, key: ImportedKey, root: YamlNode, { problems }: Import): unknown {
  const { required, requiredWhen, values, pattern } = key
  const compiled = pattern === undefined ? undefined : compilePattern(pattern)
  if (compiled?.kind === 'invalid')
    problems.push({
      severity: 'warning',
      message: `the pattern of ${JSON.stringify(name)} is not taken over: ${compiled.because}`,
      range: root.range,
    })
  return {
    required: required ?? (requiredWhen ? undefined : false),
    'required-when': required ? undefined : requiredWhen,
    values: values && values.length > 0 ? values : undefined,
    pattern: compiled?.kind === 'pattern' ? pattern : undefined,
  }
}
