import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const INDEX = 'core/pricing/pricers/index.ts'

/** What `npm run new pricer TYPE` writes: path from the repository's root → text. Throws where the type is there already. */
export function pricerFiles(type: string, index: string): ReadonlyMap<string, string> {
  if (!/^(aws|google|azurerm)_[a-z0-9]+(_[a-z0-9]+)*$/.test(type))
    throw new Error(`"${type}" is no resource type. expected one such as aws_sagemaker_endpoint`)
  const file = type.replaceAll('_', '-')
  const name = type.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  if (index.includes(`'./${file}.ts'`)) throw new Error(`there is a pricer for ${type} already`)
  return new Map([
    [`core/pricing/pricers/${file}.ts`, pricerText(type, name)],
    [`test/pricing/pricers/${file}.tf`, fixtureText(type)],
    [INDEX, withPricer(index, file, name)],
  ])
}

function pricerText(type: string, name: string): string {
  return `import { number, string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// The provider's pricing page, and what it says that the code below does not show.
export const ${name} = pricer(
  { type: '${type}', reads: { instance_type: string(), instance_count: number(1) } },
  function* ({ instance_type, instance_count }) {
    if (instance_type === undefined) {
      yield omitted('unknown', 'Instances', '\`instance_type\` is not set')
      return
    }
    yield hourly({
      description: \`Instances (\${instance_type})\`,
      serviceName: 'The service as FOCUS calls it',
      sku: \`service/\${instance_type}\`,
      count: instance_count,
    })
  },
)
`
}

function fixtureText(type: string): string {
  const [provider] = type.split('_')
  const region = { aws: 'us-east-1', google: 'us-central1' }[provider!]
  const heading = region ? `provider "${provider}" {\n  region = "${region}"\n}\n\n` : ''
  return `${heading}# A case for each branch: the plain one, the defaults, what is unpriced, what is unknown.\nresource "${type}" "fraud" {\n}\n`
}

/** The index with the new pricer's two lines, each where the alphabet has it. */
function withPricer(index: string, file: string, name: string): string {
  const lines = index.split('\n')
  const imported = `import { ${name} } from './${file}.ts'`
  const isImport = (line: string) => line.includes(" from './")
  lines.splice(
    placeFor(lines, isImport, (line) => /'\.\/(.+)\.ts'/.exec(line)![1]! > file),
    0,
    imported,
  )
  const isPricer = (line: string) => /^ {2}[a-zA-Z]\w*,$/.test(line)
  lines.splice(
    placeFor(lines, isPricer, (line) => line.trim() > `${name},`),
    0,
    `  ${name},`,
  )
  return lines.join('\n')
}

/** Before the first of the lines that comes later, else after the last of them. */
function placeFor(
  lines: readonly string[],
  isOne: (line: string) => boolean,
  isLater: (line: string) => boolean,
): number {
  const later = lines.findIndex((line) => isOne(line) && isLater(line))
  return later >= 0 ? later : lines.findLastIndex(isOne) + 1
}

export function writePricer(type: string): void {
  for (const [path, text] of pricerFiles(type, readFileSync(join(ROOT, INDEX), 'utf8'))) {
    if (path !== INDEX && existsSync(join(ROOT, path))) throw new Error(`${path} is already there`)
    writeFileSync(join(ROOT, path), text)
    console.log(path)
  }
  console.log(`
Next: read docs/adding-a-resource.md, write what ${type} is charged for, and a story into its fixture. Then
  npm run test:record    writes the golden: check it against the provider's page
  npm run docs:resources adds it to docs/supported-resources.md`)
}
