import {
  ConfigurationError,
  exportPolicies,
  importPolicy,
  locate,
  POLICY_TARGET_IDS,
  POLICY_TARGET_SUMMARIES,
  type PolicyExport,
  type PolicyRequest,
} from '../../core/index.ts'
import { type Arguments, type Command, foundText, UsageError } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { differences } from '../policy/differences.ts'
import { type Recorded, readExport, writeExport } from '../policy/exported-folder.ts'
import { readPolicyFile } from '../policy/policy-file.ts'
import { table } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { locateFolder } from '../trees/locate-folder.ts'

export const policyCommand: Command = {
  name: 'policy',
  summary:
    'Writes the tag schema as policies of clouds, clusters and pipelines, or reads a schema out of one.',
  verbs: ['export', 'diff', 'import', 'targets'],
  operands: 'export [FOLDER] | diff [FOLDER] | import FILE | targets',
  options: {
    target: {
      description: 'what to export: all, or one of those that "policy targets" lists',
      value: 'TARGET',
      repeated: true,
    },
    out: { description: 'folder to write to, or to compare with', value: 'DIR' },
    enforce: { description: 'write documents that refuse; without it they report' },
    'exempt-role': {
      description: 'ARN pattern of a role that SCPs let through, for breaking glass',
      value: 'ARN',
      repeated: true,
    },
    organization: {
      description: 'the Google Cloud organization: organizations/ and its number',
      value: 'NAME',
    },
  },
  examples: [
    'ascribe policy export --target all --out policies',
    'ascribe policy diff --out policies',
    'ascribe policy import tag-policy.json',
  ],
  details: `export reads the tag schema of the nearest ascribe.yml at or above FOLDER, the current one unless it is named, and
prints the documents or writes them to --out, with a table of what each target leaves to Ascribe. diff compares with what was
exported to --out before, with the options it was exported with. import prints the schema of an AWS tag policy, an Azure Policy or a
list of required tags as a part of ascribe.yml; what it cannot express is named by file and line.
Exit codes: 0 done, 1 diff: there are differences, import: something could not be taken over, 2 wrong usage, 3 failure.`,
  run: (args, terminal) => {
    const [verb, ...operands] = args.operands
    if (verb === 'targets') return listTargets(terminal)
    if (verb === 'import') return importFile(operands, terminal)
    if (operands.length > 1) throw new UsageError(`expected one folder, found ${operands.length}`)
    if (verb === 'export') return exportTo(operands[0] ?? '.', args, terminal)
    if (verb === 'diff') return diffWith(operands[0] ?? '.', args, terminal)
    throw new UsageError(`expected "export", "diff", "import" or "targets", ${foundText(args.operands)}`)
  },
}

function listTargets(terminal: Terminal): ExitCode {
  terminal.print(
    table(
      ['target', 'what it is'],
      POLICY_TARGET_SUMMARIES.map(({ id, summary }) => [id, summary]),
    ),
  )
  return EXIT.nothingFound
}

function exportTo(folder: string, args: Arguments, terminal: Terminal): ExitCode {
  const request = requestOf(args)
  const found = exported(folder, request)
  const out = args.option('out')
  if (out === undefined)
    for (const { path, text } of found.files) terminal.print(`==> ${path} <==\n${text}\n`)
  else {
    writeExport(out, request, found.files)
    terminal.print(`${found.files.length} files are written to ${out}.\n\n`)
  }
  terminal.print(leftToAscribe(found))
  return EXIT.nothingFound
}

function diffWith(folder: string, args: Arguments, terminal: Terminal): ExitCode {
  const out = args.option('out')
  if (out === undefined)
    throw new UsageError('what is to be compared? --out DIR names the folder of an export')
  const before: Recorded = readExport(out)
  const lines = differences(before.files, exported(folder, before.request).files)
  terminal.print(lines.length === 0 ? `${out} is as ascribe.yml says.\n` : `${lines.join('\n')}\n`)
  return lines.length === 0 ? EXIT.nothingFound : EXIT.findings
}

function importFile(operands: readonly string[], terminal: Terminal): ExitCode {
  const [name, ...more] = operands
  if (name === undefined || more.length > 0) throw new UsageError('expected one file: policy import FILE')
  const { yaml, problems } = importPolicy(readPolicyFile(name))
  for (const { severity, message, range } of problems) {
    const { path, line, column } = locate(range)
    terminal.warn(`${path}:${line}:${column}: ${severity}: ${message}\n`)
  }
  if (yaml === undefined) throw new ConfigurationError(`${name} holds no tag schema that can be read`)
  terminal.print(yaml)
  return problems.length > 0 ? EXIT.findings : EXIT.nothingFound
}

function exported(folder: string, request: PolicyRequest): PolicyExport {
  const { tree, below } = locateFolder(folder)
  const found = exportPolicies(tree, below, request)
  const errors = found.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ message, range }) => {
      const { path, line, column } = locate(range)
      return `${path}:${line}:${column}: ${message}`
    })
  // A document made from half a schema would let through what the other half refuses.
  if (errors.length > 0)
    throw new ConfigurationError(
      ['nothing is exported while ascribe.yml has errors:', ...errors].join('\n  '),
    )
  return found
}

function requestOf(args: Arguments): PolicyRequest {
  const asked = args.all('target')
  if (asked.length === 0)
    throw new UsageError(`--target is missing. expected all, or one of ${POLICY_TARGET_IDS.join(', ')}`)
  const unknown = asked.find((target) => target !== 'all' && !POLICY_TARGET_IDS.includes(target))
  if (unknown !== undefined)
    throw new UsageError(
      `--target "${unknown}" is unknown. expected all, or one of ${POLICY_TARGET_IDS.join(', ')}`,
    )
  const exemptRoles = args.all('exempt-role')
  const wrong = exemptRoles.find((role) => !/^arn:[\w*-]+:iam::[\d*]+:role\/\S+$/.test(role))
  if (wrong !== undefined)
    throw new UsageError(
      `--exempt-role "${wrong}" is no ARN of a role. expected e.g. arn:aws:iam::*:role/BreakGlass`,
    )
  const organization = args.option('organization')
  if (organization !== undefined && !/^organizations\/\d+$/.test(organization))
    throw new UsageError(`--organization "${organization}" is wrong. expected organizations/ and a number`)
  return {
    targets: asked.includes('all') ? POLICY_TARGET_IDS : POLICY_TARGET_IDS.filter((id) => asked.includes(id)),
    enforce: args.flag('enforce'),
    exemptRoles,
    organization,
  }
}

/** Per target and reason, the keys. */
function leftToAscribe({ limits }: PolicyExport): string {
  const rows = new Map<string, { readonly cells: readonly string[]; readonly keys: Set<string> }>()
  for (const { target, key, feature, because } of limits) {
    const id = JSON.stringify([target, feature, because])
    const row = rows.get(id) ?? { cells: [target, feature, because], keys: new Set<string>() }
    row.keys.add(JSON.stringify(key).slice(1, -1))
    rows.set(id, row)
  }
  if (rows.size === 0) return 'Every document expresses the whole tag schema.\n'
  const lines = [...rows.values()].map(({ cells: [target, feature, because], keys }) => [
    target!,
    feature!,
    [...keys].join(', '),
    because!,
  ])
  return `Left to Ascribe:\n${table(['target', 'what it cannot express', 'keys', 'why'], lines)}`
}
